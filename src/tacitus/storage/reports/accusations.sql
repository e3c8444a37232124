-- Who accused whom, in which words.
-- a: code of the accuser, or nothing for all
-- b: code of the accused, or nothing for all
SELECT e.told_on AS day, string_agg(DISTINCT w.name, ', ') FILTER (w.side = 'actor') AS who,
  string_agg(DISTINCT w.name, ', ') FILTER (w.side = 'recipient') AS whom, e.mode, e.evidence, e.publisher, e.id
FROM chosen e LEFT JOIN entities w ON w.part = e.id
WHERE e.type = 'ACCUSE' AND ($a IS NULL OR list_contains(e.actor_codes, $a))
  AND ($b IS NULL OR list_contains(e.recipient_codes, $b))
GROUP BY ALL ORDER BY day, e.id LIMIT coalesce($rows, 1000)
