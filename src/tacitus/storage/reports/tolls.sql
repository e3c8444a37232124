-- How the figures of a happening changed: who counted how many dead, injured and arrested, and when.
-- story: only those of this story
-- happening: only this one
-- chart: published dead publisher
SELECT t.happening, e.type, e.place, e.day, a.published, a.publisher, s.name AS source,
  e.dead, e.dead_bound, e.injured, e.injured_bound, e.arrested, e.arrested_bound, e.evidence, e.id
FROM tellings t JOIN chosen e ON e.id = t.event JOIN articles a ON a.id = e.article
LEFT JOIN entities s ON s.part = e.id AND s.side = 'source'
WHERE coalesce(e.dead, e.injured, e.arrested) IS NOT NULL
  AND ($story IS NULL OR a.story = $story) AND ($happening IS NULL OR t.happening = $happening)
ORDER BY t.happening, a.published, e.id LIMIT coalesce($rows, 1000)
