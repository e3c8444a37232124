-- Which countries have most to do with each other.
-- chart: pair events
WITH sides AS (
  SELECT score, unnest(actor_codes) AS actor, recipient_codes AS others FROM chosen WHERE len(recipient_codes) > 0
  UNION ALL
  SELECT score, actor_codes[1], actor_codes[2:] FROM chosen WHERE len(recipient_codes) = 0 AND len(actor_codes) > 1),
each AS (SELECT score, actor, unnest(others) AS other FROM sides)
SELECT least(actor, other) || ' ' || greatest(actor, other) AS pair, count(*) AS events, round(avg(score), 2) AS mean_score,
  count(*) FILTER (score > 0) AS cooperative, count(*) FILTER (score < 0) AS conflictual
FROM each WHERE actor <> other
GROUP BY pair ORDER BY events DESC, pair LIMIT coalesce($rows, 25)
