-- Everything between two countries, day by day.
-- a: code of one of them (CHN)
-- b: code of the other (RUS)
-- chart: day score type
SELECT e.told_on AS day, e.type, e.mode, e.status, e.score, e.quad,
  array_to_string(e.actor_codes, ' ') AS who, array_to_string(e.recipient_codes, ' ') AS to_whom,
  e.place, e.evidence, e.publisher, e.confidence, e.id
FROM chosen e
WHERE (list_contains(e.actor_codes, $a) AND (list_contains(e.recipient_codes, $b) OR list_contains(e.actor_codes, $b)))
   OR (list_contains(e.actor_codes, $b) AND list_contains(e.recipient_codes, $a))
ORDER BY day, e.article, e.trigger_begins
