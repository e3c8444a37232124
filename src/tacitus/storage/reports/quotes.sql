-- What somebody said.
-- who: a name or part of it, or an actor's id
SELECT a.published AS day, s.name AS speaker, s.role, q.text, q.direct, a.publisher, q.id
FROM entities s JOIN quotes q ON q.id = s.part JOIN articles a ON a.id = q.article
WHERE s.side = 'speaker' AND (s.id = $who OR s.name ILIKE '%' || $who || '%')
  AND ($since IS NULL OR a.published >= $since) AND ($until IS NULL OR a.published <= $until)
ORDER BY day, q.article, q.begins LIMIT coalesce($rows, 1000)
