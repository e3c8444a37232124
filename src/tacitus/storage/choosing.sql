-- Which events a selection leaves, in the order of their days. Its values are variables; choosing.py sets them.
SET VARIABLE states = (SELECT list(code) FROM map_countries);
CREATE TEMP MACRO is_state(code) AS list_contains(getvariable('states'), code);
CREATE TEMP MACRO has_states(codes) AS list_has_any(codes, getvariable('states'));

CREATE TEMP TABLE numbered AS
WITH fitting AS (
  SELECT e.id, e.article, e.trigger_begins, e.actor_codes, e.recipient_codes, e.type, e.mode, e.confidence,
    coalesce(e.day, a.published) AS told
  FROM events e JOIN articles a ON a.id = e.article
  WHERE list_contains(getvariable('statuses')::VARCHAR[], e.status) AND e.confidence >= getvariable('min_confidence')
    AND (getvariable('since') IS NULL OR coalesce(e.day, a.published) >= getvariable('since'))
    AND (getvariable('until') IS NULL OR coalesce(e.day, a.published) <= getvariable('until'))
    AND (getvariable('types') IS NULL OR list_contains(getvariable('types')::VARCHAR[], e.type)
      OR list_contains(getvariable('types')::VARCHAR[], e.type || '/' || e.mode))
    AND (getvariable('quads') IS NULL OR list_contains(getvariable('quads')::VARCHAR[], e.quad))
    AND (getvariable('countries') IS NULL OR list_has_any(e.actor_codes, getvariable('countries')::VARCHAR[])
      OR list_has_any(e.recipient_codes, getvariable('countries')::VARCHAR[]))
    AND (getvariable('places') IS NULL OR list_contains(getvariable('places')::VARCHAR[], e.country))
    AND (NOT getvariable('between_states') OR has_states(e.actor_codes) AND has_states(e.recipient_codes)
      OR e.recipient_codes = [] AND len(list_intersect(e.actor_codes, getvariable('states'))) > 1)
    AND (NOT getvariable('no_self') OR e.actor_codes = [] OR e.recipient_codes = []
      OR len(list_distinct(list_concat(e.actor_codes, e.recipient_codes))) > 1)
), ranked AS (
  -- Where neither side has a code, nothing says that two are one: they stay apart.
  SELECT *, row_number() OVER (
    PARTITION BY told, list_sort(actor_codes), list_sort(recipient_codes), type, mode,
      CASE WHEN actor_codes = [] AND recipient_codes = [] THEN id END
    ORDER BY confidence DESC, id) AS nth
  FROM fitting WHERE getvariable('one_a_day')
), kept AS (
  SELECT id, article, trigger_begins, told FROM ranked WHERE nth = 1
  UNION ALL SELECT id, article, trigger_begins, told FROM fitting WHERE NOT getvariable('one_a_day')
)
SELECT id, article, row_number() OVER (ORDER BY told, article, trigger_begins, id) AS number FROM kept;
