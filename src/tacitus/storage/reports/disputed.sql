-- Who disputes what: happenings whose figures differ from source to source, and those that somebody denies.
-- story: only those of this story
WITH said AS (
  SELECT t.happening, a.story, e.type, e.mode, e.status, e.day, e.actor_codes, e.recipient_codes, e.dead, e.injured,
    coalesce(s.name, a.publisher, a.id) AS source, s.name AS speaker, e.evidence, e.id
  FROM tellings t JOIN events e ON e.id = t.event JOIN articles a ON a.id = e.article
  LEFT JOIN entities s ON s.part = e.id AND s.side = 'source'
  WHERE e.confidence >= $min_confidence AND ($story IS NULL OR a.story = $story)
    AND ($since IS NULL OR coalesce(e.day, a.published) >= $since)
    AND ($until IS NULL OR coalesce(e.day, a.published) <= $until)),
counted AS (
  SELECT happening, story, type, day, 'dead' AS what, dead AS value, source, evidence, id FROM said WHERE dead IS NOT NULL
  UNION ALL
  SELECT happening, story, type, day, 'injured', injured, source, evidence, id FROM said WHERE injured IS NOT NULL),
differing AS (
  SELECT happening, what FROM counted GROUP BY ALL HAVING count(DISTINCT value) > 1 AND count(DISTINCT source) > 1),
denied AS (
  SELECT h.happening, h.story, h.type, h.day, n.source, n.evidence, n.id
  FROM said n JOIN said h ON h.story = n.story AND h.type = n.type AND h.status = 'actual'
  WHERE n.status = 'negated' AND n.speaker IS NOT NULL AND (n.mode IS NULL OR h.mode IS NULL OR n.mode = h.mode)
    AND (list_has_any(n.actor_codes, h.actor_codes) OR len(n.actor_codes) = 0 OR len(h.actor_codes) = 0)
    AND (list_has_any(n.recipient_codes, h.recipient_codes) OR len(n.recipient_codes) = 0 OR len(h.recipient_codes) = 0)
    AND (len(n.actor_codes) + len(n.recipient_codes) > 0)
  -- What is denied is the happening that fits best.
  QUALIFY row_number() OVER (PARTITION BY n.id ORDER BY list_has_any(n.actor_codes, h.actor_codes)::INT
    + list_has_any(n.recipient_codes, h.recipient_codes)::INT DESC, abs(n.day - h.day) NULLS LAST, h.happening) = 1)
SELECT c.story, c.happening, c.type, c.day, c.what, c.value, c.source, c.evidence, c.id
FROM counted c JOIN differing USING (happening, what)
UNION ALL
SELECT DISTINCT story, happening, type, day, 'whether', NULL, source, evidence, id FROM denied
ORDER BY 1, 2, 5, 6 NULLS LAST, 9 LIMIT coalesce($rows, 1000)
