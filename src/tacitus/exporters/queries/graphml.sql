-- One row for each pair of codes, in this direction.
SELECT p.actor_code AS actor, p.recipient_code AS recipient, count(*) AS events, round(avg(e.score), 3) AS mean_score,
  count(*) FILTER (e.quad = 'verbal cooperation') AS verbal_cooperation,
  count(*) FILTER (e.quad = 'material cooperation') AS material_cooperation,
  count(*) FILTER (e.quad = 'verbal conflict') AS verbal_conflict,
  count(*) FILTER (e.quad = 'material conflict') AS material_conflict,
  strftime(min(e.told), '%Y-%m-%d') AS first, strftime(max(e.told), '%Y-%m-%d') AS last
FROM pairs p JOIN chosen e ON e.id = p.id
WHERE p.actor_code IS NOT NULL AND p.recipient_code IS NOT NULL
GROUP BY ALL ORDER BY actor, recipient
