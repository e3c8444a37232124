-- The warehouse, version 1. Every row leads back to an article; `begins` and `ends` count characters of its text.
-- Dates as told are ISO 8601 text cut to what is known ('2024-05'); `day` and `day_last` are the first and last day they cover.

-- What the file is: the version of this schema and the tacitus that made it.
CREATE TABLE about (key VARCHAR NOT NULL, value VARCHAR NOT NULL);

-- Every run that wrote into the file.
CREATE TABLE runs (
  run INTEGER NOT NULL, started TIMESTAMP NOT NULL, ended TIMESTAMP, tacitus VARCHAR NOT NULL, articles INTEGER NOT NULL
);

-- One row for each report, with its whole text.
CREATE TABLE articles (
  id VARCHAR NOT NULL,          -- hash of the content
  uri VARCHAR, publisher VARCHAR, author VARCHAR, title VARCHAR, published DATE, language VARCHAR,
  text VARCHAR NOT NULL,
  story VARCHAR,                -- stories.id
  copy_of VARCHAR,              -- articles.id of the original
  knowledge VARCHAR,            -- version of the data that coded it
  run INTEGER NOT NULL          -- the run that coded it last
);

-- What could not be done to an article, and in which stage.
CREATE TABLE problems (article VARCHAR NOT NULL, stage VARCHAR NOT NULL, message VARCHAR NOT NULL);

-- The stretches of an article's text: headline, dateline, byline, body, caption, box, quote_box, residue.
CREATE TABLE sections (article VARCHAR NOT NULL, role VARCHAR NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL);

-- One row for each happening that an article tells (PLOVER).
CREATE TABLE events (
  id VARCHAR NOT NULL, article VARCHAR NOT NULL,
  type VARCHAR NOT NULL, mode VARCHAR, quad VARCHAR NOT NULL, score DOUBLE NOT NULL, status VARCHAR NOT NULL,
  actor_codes VARCHAR[] NOT NULL, recipient_codes VARCHAR[] NOT NULL,  -- the countries of entities, each once
  date VARCHAR, date_end VARCHAR, date_precision VARCHAR, date_text VARCHAR, day DATE, day_last DATE,
  place VARCHAR, place_text VARCHAR, place_begins INTEGER, place_ends INTEGER,
  geonameid INTEGER, lat DOUBLE, lon DOUBLE, admin1 VARCHAR, country VARCHAR, place_precision VARCHAR,
  dead DOUBLE, injured DOUBLE, arrested DOUBLE, size DOUBLE, amount DOUBLE, currency VARCHAR,
  dead_bound VARCHAR, injured_bound VARCHAR, arrested_bound VARCHAR, size_bound VARCHAR, amount_bound VARCHAR,
  contexts VARCHAR[] NOT NULL,
  trigger VARCHAR NOT NULL, trigger_begins INTEGER NOT NULL, trigger_ends INTEGER NOT NULL,
  evidence VARCHAR NOT NULL, evidence_begins INTEGER NOT NULL, evidence_ends INTEGER NOT NULL, section VARCHAR NOT NULL,
  frame VARCHAR NOT NULL,       -- id of the entry that fired
  because VARCHAR[] NOT NULL,   -- a reason for each decision
  confidence DOUBLE NOT NULL,
  run INTEGER NOT NULL          -- the run that first wrote it so
);

-- Who stands in an event, quote or figure (`part`), on which side, in the order told.
CREATE TABLE entities (
  part VARCHAR NOT NULL, article VARCHAR NOT NULL,
  side VARCHAR NOT NULL,        -- actor, recipient, source (who says so) or speaker
  position INTEGER NOT NULL,
  text VARCHAR NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  name VARCHAR NOT NULL, id VARCHAR, wikidata VARCHAR, code VARCHAR, sectors VARCHAR[] NOT NULL, role VARCHAR,
  cue VARCHAR, cue_begins INTEGER, cue_ends INTEGER   -- of a source: the word that says so
);

-- The further sentences of an article that tell an event again.
CREATE TABLE mentions (
  event VARCHAR NOT NULL, article VARCHAR NOT NULL, position INTEGER NOT NULL,
  text VARCHAR NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL, section VARCHAR NOT NULL
);

-- What somebody said or wrote; the speaker is in entities.
CREATE TABLE quotes (
  id VARCHAR NOT NULL, article VARCHAR NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL, text VARCHAR NOT NULL,
  direct BOOLEAN NOT NULL, cue VARCHAR, cue_begins INTEGER, cue_ends INTEGER, section VARCHAR NOT NULL, run INTEGER NOT NULL
);

-- Stated quantities; who states them is in entities.
CREATE TABLE figures (
  id VARCHAR NOT NULL, article VARCHAR NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL, text VARCHAR NOT NULL,
  value DOUBLE NOT NULL, value_high DOUBLE, bound VARCHAR NOT NULL, unit VARCHAR, what VARCHAR, codes VARCHAR[] NOT NULL,
  date VARCHAR, day DATE, section VARCHAR NOT NULL, run INTEGER NOT NULL
);

-- Every place that an article names, resolved to GeoNames.
CREATE TABLE places (
  article VARCHAR NOT NULL, text VARCHAR NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  name VARCHAR NOT NULL, geonameid INTEGER, lat DOUBLE, lon DOUBLE, admin1 VARCHAR, country VARCHAR, precision VARCHAR
);

-- What newer knowledge replaced: the record as it was, the run that wrote it and the run that replaced it.
CREATE TABLE history (
  kind VARCHAR NOT NULL, id VARCHAR NOT NULL, article VARCHAR NOT NULL, record JSON NOT NULL,
  run INTEGER NOT NULL, replaced INTEGER NOT NULL
);

-- The same as whole records, each with what belongs to it (docs/records.md gives the fields).
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
