-- Whole records, nested, with what their articles say.
SELECT w.* EXCLUDE (run), c.published, c.publisher, c.uri
FROM chosen c JOIN whole_events w ON w.id = c.id
ORDER BY c.number
