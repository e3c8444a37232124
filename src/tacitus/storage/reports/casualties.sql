-- Where people were killed and injured, as the reports state it: sums over events, each event once.
-- chart: place dead
SELECT coalesce(place, 'not told') AS place, country, count(*) AS events, sum(dead)::BIGINT AS dead,
  sum(injured)::BIGINT AS injured, min(day) AS first, max(day) AS last
FROM chosen WHERE dead IS NOT NULL OR injured IS NOT NULL
GROUP BY ALL ORDER BY dead DESC NULLS LAST, injured DESC NULLS LAST, place LIMIT coalesce($rows, 50)
