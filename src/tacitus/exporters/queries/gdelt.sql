-- One row for each pair of an actor and a recipient (a mutual event goes both ways); CAMEO codes from map_plover.
WITH a1 AS (
  SELECT p.row_id, c.cameo AS country, b."group" AS known,
    list_concat(CASE WHEN b.cameo IS NULL THEN [] ELSE [b.cameo] END,
      list_filter(list_transform(coalesce(p.actor_sectors, []), lambda s: getvariable('cameo_sectors')[s]),
        lambda s: s IS NOT NULL)) AS kinds
  FROM pairs p LEFT JOIN map_countries c ON c.code = p.actor_code LEFT JOIN map_bodies b ON b.code = p.actor_code
), a2 AS (
  SELECT p.row_id, c.cameo AS country, b."group" AS known,
    list_concat(CASE WHEN b.cameo IS NULL THEN [] ELSE [b.cameo] END,
      list_filter(list_transform(coalesce(p.recipient_sectors, []), lambda s: getvariable('cameo_sectors')[s]),
        lambda s: s IS NOT NULL)) AS kinds
  FROM pairs p LEFT JOIN map_countries c ON c.code = p.recipient_code LEFT JOIN map_bodies b ON b.code = p.recipient_code
)
SELECT p.row_id AS "GLOBALEVENTID", strftime(e.told, '%Y%m%d') AS "SQLDATE", strftime(e.told, '%Y%m') AS "MonthYear",
  year(e.told) AS "Year", round(year(e.told) + dayofyear(e.told) / 366, 4) AS "FractionDate",
  concat(a1.country, a1.known, array_to_string(a1.kinds, '')) AS "Actor1Code",
  upper(plain(p.actor)) AS "Actor1Name", a1.country AS "Actor1CountryCode", a1.known AS "Actor1KnownGroupCode",
  NULL AS "Actor1EthnicCode", NULL AS "Actor1Religion1Code", NULL AS "Actor1Religion2Code",
  a1.kinds[1] AS "Actor1Type1Code", a1.kinds[2] AS "Actor1Type2Code", a1.kinds[3] AS "Actor1Type3Code",
  concat(a2.country, a2.known, array_to_string(a2.kinds, '')) AS "Actor2Code",
  upper(plain(p.recipient)) AS "Actor2Name", a2.country AS "Actor2CountryCode", a2.known AS "Actor2KnownGroupCode",
  NULL AS "Actor2EthnicCode", NULL AS "Actor2Religion1Code", NULL AS "Actor2Religion2Code",
  a2.kinds[1] AS "Actor2Type1Code", a2.kinds[2] AS "Actor2Type2Code", a2.kinds[3] AS "Actor2Type3Code",
  CASE WHEN e.section = 'headline' OR e.evidence_begins < 600 THEN 1 ELSE 0 END AS "IsRootEvent",
  k.cameo AS "EventCode", k.cameo[:3] AS "EventBaseCode", k.cameo[:2] AS "EventRootCode", k.quad_class AS "QuadClass",
  k.goldstein AS "GoldsteinScale", 1 + coalesce(m.more, 0) AS "NumMentions", 1 AS "NumSources", 1 AS "NumArticles",
  NULL AS "AvgTone",
  0 AS "Actor1Geo_Type", NULL AS "Actor1Geo_FullName", NULL AS "Actor1Geo_CountryCode", NULL AS "Actor1Geo_ADM1Code",
  NULL AS "Actor1Geo_ADM2Code", NULL AS "Actor1Geo_Lat", NULL AS "Actor1Geo_Long", NULL AS "Actor1Geo_FeatureID",
  0 AS "Actor2Geo_Type", NULL AS "Actor2Geo_FullName", NULL AS "Actor2Geo_CountryCode", NULL AS "Actor2Geo_ADM1Code",
  NULL AS "Actor2Geo_ADM2Code", NULL AS "Actor2Geo_Lat", NULL AS "Actor2Geo_Long", NULL AS "Actor2Geo_FeatureID",
  CASE e.place_precision WHEN 'country' THEN 1 WHEN 'city' THEN 4 WHEN 'point' THEN 4 WHEN 'region' THEN 5
    ELSE 0 END AS "ActionGeo_Type",
  nullif(concat_ws(', ', plain(e.place), CASE WHEN e.place_precision IN ('city', 'point') THEN plain(e.admin1) END,
    CASE WHEN e.place_precision <> 'country' THEN g.name END), '') AS "ActionGeo_FullName",
  g.fips AS "ActionGeo_CountryCode", CASE WHEN e.place_precision = 'country' THEN g.fips END AS "ActionGeo_ADM1Code",
  NULL AS "ActionGeo_ADM2Code", e.lat AS "ActionGeo_Lat", e.lon AS "ActionGeo_Long",
  CASE WHEN e.place_precision = 'country' THEN g.fips END AS "ActionGeo_FeatureID",
  strftime(coalesce(e.published, e.told), '%Y%m%d000000') AS "DATEADDED", plain(e.uri) AS "SOURCEURL"
FROM pairs p JOIN chosen e ON e.id = p.id JOIN coded k ON k.id = p.id JOIN a1 ON a1.row_id = p.row_id
JOIN a2 ON a2.row_id = p.row_id LEFT JOIN map_countries g ON g.code = e.country
LEFT JOIN (SELECT event, count(*) AS more FROM mentions GROUP BY event) m ON m.event = e.id
ORDER BY e.number, p.nth, p.other
