-- Stated figures over time, with who states them.
-- what: a word of what is measured (trade, refugees)
-- a: code of a country that it is about, or nothing for all
-- chart: day value unit
SELECT coalesce(f.day, a.published) AS day, f.value, f.value_high, f.unit, f.what, array_to_string(f.codes, ' ') AS of_whom,
  s.name AS source, f.text, a.publisher, f.id
FROM figures f JOIN articles a ON a.id = f.article LEFT JOIN entities s ON s.part = f.id AND s.side = 'source'
WHERE ($what IS NULL OR f.what ILIKE '%' || $what || '%') AND ($a IS NULL OR list_contains(f.codes, $a))
  AND ($since IS NULL OR coalesce(f.day, a.published) >= $since)
  AND ($until IS NULL OR coalesce(f.day, a.published) <= $until)
ORDER BY day, f.article, f.begins LIMIT coalesce($rows, 1000)
