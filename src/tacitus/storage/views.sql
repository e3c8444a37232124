-- The rows of schema.sql as whole records, each with what belongs to it.
CREATE VIEW whole_entities AS SELECT part, side, position, {
  'text': text, 'start': begins, 'end': ends, 'name': name, 'id': id, 'wikidata': wikidata, 'code': code,
  'sectors': sectors, 'role': role } AS entity,
  CASE WHEN cue IS NOT NULL THEN {'text': cue, 'start': cue_begins, 'end': cue_ends} END AS cue
FROM entities;

CREATE VIEW whole_events AS
WITH sides AS (
  SELECT part, list(entity ORDER BY position) FILTER (side = 'actor') AS actors,
    list(entity ORDER BY position) FILTER (side = 'recipient') AS recipients,
    any_value(entity) FILTER (side = 'source') AS source, any_value(cue) FILTER (side = 'source') AS cue
  FROM whole_entities GROUP BY part),
told AS (
  SELECT event, list({'text': text, 'start': begins, 'end': ends, 'section': section} ORDER BY position) AS mentions
  FROM mentions GROUP BY event)
SELECT e.id, e.article, e.type, e.mode, e.quad, e.score, e.status,
  coalesce(s.actors, []) AS actors, coalesce(s.recipients, []) AS recipients,
  e.date, e.date_end, e.date_precision, e.date_text,
  CASE WHEN e.place_text IS NOT NULL THEN {
    'text': e.place_text, 'start': e.place_begins, 'end': e.place_ends, 'name': e.place, 'geonameid': e.geonameid,
    'lat': e.lat, 'lon': e.lon, 'admin1': e.admin1, 'country': e.country, 'precision': e.place_precision } END AS place,
  CASE WHEN coalesce(e.dead, e.injured, e.arrested, e.size, e.amount) IS NOT NULL THEN {
    'dead': e.dead, 'injured': e.injured, 'arrested': e.arrested, 'size': e.size, 'amount': e.amount,
    'currency': e.currency, 'bound': { 'dead': e.dead_bound, 'injured': e.injured_bound, 'arrested': e.arrested_bound,
    'size': e.size_bound, 'amount': e.amount_bound } } END AS magnitude,
  s.source AS attribution, s.cue AS attribution_cue,
  e.contexts, {'text': e.trigger, 'start': e.trigger_begins, 'end': e.trigger_ends} AS trigger,
  {'text': e.evidence, 'start': e.evidence_begins, 'end': e.evidence_ends, 'section': e.section} AS evidence,
  coalesce(t.mentions, []) AS mentions, e.frame, e.because, e.confidence, e.run
FROM events e LEFT JOIN sides s ON s.part = e.id LEFT JOIN told t ON t.event = e.id;

CREATE VIEW whole_quotes AS
SELECT q.id, q.article, q.begins AS start, q.ends AS "end", q.text, q.direct, s.entity AS speaker,
  CASE WHEN q.cue IS NOT NULL THEN {'text': q.cue, 'start': q.cue_begins, 'end': q.cue_ends} END AS cue, q.section, q.run
FROM quotes q LEFT JOIN whole_entities s ON s.part = q.id AND s.side = 'speaker';

CREATE VIEW whole_figures AS
SELECT f.id, f.article, f.begins AS start, f.ends AS "end", f.text, f.value, f.value_high, f.bound, f.unit, f.what,
  f.codes AS "of", f.date, s.entity AS attribution, s.cue AS attribution_cue, f.section, f.run
FROM figures f LEFT JOIN whole_entities s ON s.part = f.id AND s.side = 'source';
