-- What exporters may query: the chosen events a batch at a time. `picked` holds the batch (id, article, number); the
-- tables and whole_events are hidden by those of the batch.
SET VARIABLE cameo_sectors = (
  SELECT map_from_entries(list({'key': ours, 'value': theirs})) FROM map_sectors WHERE system = 'cameo' AND back = 'yes');
SET VARIABLE icews_sectors = (
  SELECT map_from_entries(list({'key': ours, 'value': theirs})) FROM map_sectors WHERE system = 'icews' AND back = 'yes');
CREATE TEMP MACRO plain(words) AS nullif(trim(translate(words, chr(9) || chr(10) || chr(13) || '"', '   ''')), '');
CREATE TEMP MACRO number_of(words) AS (md5_number_lower(words) >> 1)::BIGINT;

-- The rows of events with what their articles say; `told` is the first day, or the day of the report.
CREATE TEMP VIEW chosen AS
SELECT p.number, coalesce(e.day, a.published) AS told, e.*, a.uri, a.publisher, a.published, a.language, a.title
FROM picked p JOIN events e ON e.id = p.id JOIN articles a ON a.id = e.article;

CREATE TEMP VIEW parties AS
SELECT n.part, n.side, n.position, n.text, n.begins, n.name, n.code, n.sectors, n.role
FROM entities n SEMI JOIN picked p ON p.id = n.part WHERE n.side IN ('actor', 'recipient');

-- One row for each actor with each recipient; of both sides of a mutual event, each with each other.
CREATE TEMP VIEW pairs AS
WITH counted AS (
  SELECT part, count(*) FILTER (side = 'actor') AS actors, count(*) FILTER (side = 'recipient') AS recipients
  FROM parties GROUP BY part
), others AS (
  SELECT * FROM parties WHERE side = 'recipient'
  UNION ALL SELECT p.* FROM parties p JOIN counted k ON k.part = p.part JOIN events e ON e.id = p.part
    JOIN map_types t ON t.type = e.type
  WHERE p.side = 'actor' AND k.actors > 1 AND k.recipients = 0 AND t.mutual = 'yes'
)
SELECT e.id, coalesce(a.position, 0) AS nth, coalesce(o.position, 0) AS other,
  a.name AS actor, a.code AS actor_code, a.sectors AS actor_sectors, a.begins AS actor_begins,
  o.name AS recipient, o.code AS recipient_code, o.sectors AS recipient_sectors, o.begins AS recipient_begins,
  number_of(e.id || ' ' || coalesce(a.position, -1) || ' ' || coalesce(o.position, -1)) AS row_id
FROM picked e LEFT JOIN parties a ON a.part = e.id AND a.side = 'actor'
LEFT JOIN others o ON o.part = e.id AND (o.side = 'recipient' OR o.position <> a.position)
WHERE (NOT getvariable('between_states') OR is_state(a.code) AND is_state(o.code))
  AND (NOT getvariable('no_self') OR a.code IS NULL OR o.code IS NULL OR a.code <> o.code);

-- The CAMEO code that stands for an event: the first row of the table that its type, mode and contexts fit.
CREATE TEMP VIEW coded AS
SELECT m.id, m.cameo, c.goldstein::DOUBLE AS goldstein, c.quad::BIGINT AS quad_class, c.text AS cameo_text
FROM (
  SELECT e.id, arg_min(p.cameo, p.rank::INTEGER) AS cameo
  FROM events e SEMI JOIN picked k ON k.id = e.id JOIN map_plover p ON p.type = e.type
    AND (p.mode IS NULL OR p.mode = e.mode) AND (p.context IS NULL OR list_contains(e.contexts, p.context))
  GROUP BY e.id) m JOIN map_cameo c ON c.code = m.cameo;
