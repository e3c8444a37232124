-- What is new: events of the articles published on a day and since, the surest first.
-- day: since when (2024-05-17); yesterday if not told
SELECT e.published, e.type, e.mode, e.status, array_to_string(e.actor_codes, ' ') AS who,
  array_to_string(e.recipient_codes, ' ') AS to_whom, e.place, e.evidence, e.publisher, e.confidence, e.id
FROM chosen e
WHERE e.published >= coalesce($day, current_date - 1)
ORDER BY e.published DESC, e.confidence DESC, e.id LIMIT coalesce($rows, 200)
