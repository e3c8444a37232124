-- How many events a month, by quad, and how cooperative they were (mean score from -10 to 10).
-- a: code of one country, or nothing for all
-- b: code of another, or nothing for all
-- chart: month events quad
SELECT date_trunc('month', e.told_on)::DATE AS month, e.quad, count(*) AS events,
  round(avg(e.score), 2) AS mean_score
FROM chosen e
WHERE ($a IS NULL OR list_contains(e.actor_codes, $a) OR list_contains(e.recipient_codes, $a))
  AND ($b IS NULL OR list_contains(e.actor_codes, $b) OR list_contains(e.recipient_codes, $b))
GROUP BY ALL ORDER BY month, quad
