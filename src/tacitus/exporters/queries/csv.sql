-- One row for each event, lists joined with "; ".
WITH told AS (
  SELECT part, side, string_agg(name, '; ' ORDER BY position) AS names,
    string_agg(coalesce(code, ''), '; ' ORDER BY position) AS codes,
    string_agg(array_to_string(sectors, '|'), '; ' ORDER BY position) AS sectors
  FROM parties GROUP BY part, side
)
SELECT e.id, e.article, e.type, e.mode, e.quad, e.score, e.status, a.names AS actors, a.codes AS actor_codes,
  a.sectors AS actor_sectors, r.names AS recipients, r.codes AS recipient_codes, r.sectors AS recipient_sectors,
  e.date, e.date_end, e.date_precision, e.date_text, e.place, e.country, e.admin1, e.lat, e.lon, e.geonameid,
  e.place_precision, e.dead, e.injured, e.arrested, e.size, e.amount, e.currency, s.name AS attribution,
  array_to_string(e.contexts, '; ') AS contexts, e.trigger, e.evidence, e.confidence, e.frame,
  e.published, e.publisher, e.uri, e.title
FROM chosen e LEFT JOIN told a ON a.part = e.id AND a.side = 'actor'
LEFT JOIN told r ON r.part = e.id AND r.side = 'recipient'
LEFT JOIN entities s ON s.part = e.id AND s.side = 'source'
ORDER BY e.number
