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
  text VARCHAR NOT NULL USING COMPRESSION zstd,
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
  evidence VARCHAR NOT NULL USING COMPRESSION zstd, evidence_begins INTEGER NOT NULL, evidence_ends INTEGER NOT NULL,
  section VARCHAR NOT NULL,
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
  text VARCHAR NOT NULL USING COMPRESSION zstd, begins INTEGER NOT NULL, ends INTEGER NOT NULL, section VARCHAR NOT NULL
);

-- What somebody said or wrote; the speaker is in entities.
CREATE TABLE quotes (
  id VARCHAR NOT NULL, article VARCHAR NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  text VARCHAR NOT NULL USING COMPRESSION zstd,
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
