-- One row for each event; several actors are joined with "; ", and what is not known of one is None.
WITH told AS (
  SELECT n.part, n.side,
    string_agg(plain(replace(n.name, ';', ',')), '; ' ORDER BY n.position) AS names,
    string_agg(plain(replace(n.text, ';', ',')), '; ' ORDER BY n.position) AS texts,
    string_agg(coalesce(n.code, 'None'), '; ' ORDER BY n.position) AS codes,
    string_agg(coalesce(c.cow, 'None'), '; ' ORDER BY n.position) AS cows,
    string_agg(coalesce(n.sectors[1], 'None'), '; ' ORDER BY n.position) AS firsts,
    string_agg(coalesce(nullif(array_to_string(n.sectors, '|'), ''), 'None'), '; ' ORDER BY n.position) AS sectors,
    string_agg(coalesce(plain(replace(n.role, ';', ',')), 'None'), '; ' ORDER BY n.position) AS titles,
    string_agg('None', '; ') AS unknown
  FROM parties n LEFT JOIN map_countries c ON c.code = n.code GROUP BY n.part, n.side
), articles_of AS (SELECT DISTINCT article FROM chosen
), people AS (
  SELECT article,
    string_agg(DISTINCT plain(name), '; ' ORDER BY plain(name)) FILTER (id LIKE 'person.%') AS persons,
    string_agg(DISTINCT plain(name), '; ' ORDER BY plain(name))
      FILTER (regexp_matches(id, '^(org|group|party)\.')) AS organisations
  FROM entities SEMI JOIN articles_of USING (article) GROUP BY article
), named AS (
  SELECT article, string_agg(DISTINCT plain(name), '; ' ORDER BY plain(name)) AS places
  FROM places SEMI JOIN articles_of USING (article) GROUP BY article
)
SELECT e.article || '_' || e.id AS "Event ID", e.told AS "Event Date", e.type AS "Event Type", e.mode AS "Event Mode",
  e.score AS "Intensity", upper(e.quad) AS "Quad Code", array_to_string(e.contexts, '; ') AS "Contexts",
  coalesce(a.names, 'None') AS "Actor Name", coalesce(a.codes, 'None') AS "Actor Country",
  coalesce(a.cows, 'None') AS "Actor COW", coalesce(a.firsts, 'None') AS "Primary Actor Sector",
  coalesce(a.sectors, 'None') AS "Actor Sectors", coalesce(a.titles, 'None') AS "Actor Title",
  coalesce(a.texts, 'None') AS "Actor Name Raw", coalesce(a.unknown, 'None') AS "Wikipedia Actor ID",
  coalesce(r.names, 'None') AS "Recipient Name", coalesce(r.codes, 'None') AS "Recipient Country",
  coalesce(r.cows, 'None') AS "Recipient COW", coalesce(r.firsts, 'None') AS "Primary Recipient Sector",
  coalesce(r.sectors, 'None') AS "Recipient Sectors", coalesce(r.titles, 'None') AS "Recipient Title",
  coalesce(r.texts, 'None') AS "Recipient Name Raw", coalesce(r.unknown, 'None') AS "Wikipedia Recipient ID",
  plain(e.place) AS "Placename",
  CASE WHEN e.place_precision IN ('city', 'point') THEN plain(e.place) END AS "City", NULL AS "District",
  plain(e.admin1) AS "Province", e.country AS "Country", e.lat AS "Latitude", e.lon AS "Longitude",
  e.geonameid AS "GeoNames ID", plain(e.place_text) AS "Raw Placename",
  CASE e.place_precision WHEN 'city' THEN 'PPL' WHEN 'point' THEN 'PPL' WHEN 'region' THEN 'ADM1'
    WHEN 'country' THEN 'PCLI' END AS "Feature Type",
  plain(e.publisher) AS "Source", e.published AS "Publication Date", p.persons AS "Story People",
  p.organisations AS "Story Organizations", n.places AS "Story Locations", upper(e.language) AS "Language",
  'tacitus ' || getvariable('tacitus') AS "Version"
FROM chosen e LEFT JOIN told a ON a.part = e.id AND a.side = 'actor'
LEFT JOIN told r ON r.part = e.id AND r.side = 'recipient'
LEFT JOIN people p ON p.article = e.article LEFT JOIN named n ON n.article = e.article
ORDER BY e.number
