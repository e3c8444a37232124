-- What was told of most: stories with their sources, the largest first.
-- day: only stories told on this day (2024-05-17) or later
SELECT s.id, s.title, s.first_day, s.last_day, s.articles, s.copies, s.publishers
FROM stories s
WHERE ($day IS NULL OR s.last_day >= $day) AND ($since IS NULL OR s.last_day >= $since)
  AND ($until IS NULL OR s.first_day <= $until)
ORDER BY s.articles DESC, s.first_day, s.id LIMIT coalesce($rows, 50)
