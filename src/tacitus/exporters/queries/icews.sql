-- One row for each pair of an actor and a recipient (a mutual event goes both ways); CAMEO codes from map_plover.
SELECT p.row_id AS "Event ID", e.told AS "Event Date", plain(p.actor) AS "Source Name",
  nullif(concat_ws(',', b1.icews, list_aggregate(list_filter(list_transform(coalesce(p.actor_sectors, []),
    lambda s: getvariable('icews_sectors')[s]), lambda s: s IS NOT NULL), 'string_agg', ',')), '') AS "Source Sectors",
  c1.icews AS "Source Country", k.cameo_text AS "Event Text", k.cameo AS "CAMEO Code", k.goldstein AS "Intensity",
  plain(p.recipient) AS "Target Name",
  nullif(concat_ws(',', b2.icews, list_aggregate(list_filter(list_transform(coalesce(p.recipient_sectors, []),
    lambda s: getvariable('icews_sectors')[s]), lambda s: s IS NOT NULL), 'string_agg', ',')), '') AS "Target Sectors",
  c2.icews AS "Target Country", number_of(e.article) AS "Story ID", NULL AS "Sentence Number",
  plain(e.publisher) AS "Publisher", CASE WHEN e.place_precision IN ('city', 'point') THEN plain(e.place) END AS "City",
  NULL AS "District", CASE WHEN e.place_precision = 'region' THEN plain(e.place) ELSE plain(e.admin1) END AS "Province",
  g.icews AS "Country", e.lat AS "Latitude", e.lon AS "Longitude"
FROM pairs p JOIN chosen e ON e.id = p.id JOIN coded k ON k.id = p.id
LEFT JOIN map_countries c1 ON c1.code = p.actor_code LEFT JOIN map_bodies b1 ON b1.code = p.actor_code
LEFT JOIN map_countries c2 ON c2.code = p.recipient_code LEFT JOIN map_bodies b2 ON b2.code = p.recipient_code
LEFT JOIN map_countries g ON g.code = e.country
ORDER BY e.number, p.nth, p.other
