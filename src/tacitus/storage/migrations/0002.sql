-- Stories, copies and happenings: what `tacitus stories` finds across articles, with the reasons.

-- The story of each article. articles.story points to it too.
CREATE TABLE placings (
  article VARCHAR NOT NULL, story VARCHAR NOT NULL,   -- id of the article that it began with
  likeness DOUBLE NOT NULL,     -- mean similarity to the other articles of the story, 0 to 1
  words VARCHAR[] NOT NULL,     -- what binds them most
  fixed BOOLEAN NOT NULL        -- set apart by a reader: it stays where it is
);

-- Articles told in the words of another. articles.copy_of points to the original too.
CREATE TABLE copies (
  article VARCHAR NOT NULL, original VARCHAR NOT NULL,
  share DOUBLE NOT NULL,        -- of the shorter one's phrases, 0 to 1
  passage VARCHAR NOT NULL      -- the longest words in common
);

-- Which happening each event of an article with a story tells.
CREATE TABLE tellings (
  event VARCHAR NOT NULL, article VARCHAR NOT NULL, happening VARCHAR NOT NULL,  -- id of the event that told it first
  because VARCHAR[] NOT NULL,   -- what it agrees in
  fixed BOOLEAN NOT NULL        -- set apart by a reader
);

-- One row for each story, with the headline that stands nearest its centre.
CREATE VIEW stories AS
SELECT p.story AS id, arg_max(a.title, p.likeness) AS title, min(a.published) AS first_day, max(a.published) AS last_day,
  count(*) AS articles, count(a.copy_of) AS copies, count(DISTINCT a.publisher) AS publishers
FROM placings p JOIN articles a ON a.id = p.article GROUP BY p.story;

-- One row for each happening: what its tellings say most often, and the range of what they count.
CREATE VIEW happenings AS
SELECT t.happening AS id, any_value(a.story) AS story, any_value(e.type) AS type, mode(e.mode) AS mode,
  any_value(e.quad) AS quad, avg(e.score) AS score, mode(e.status) AS status,
  list_sort(list_distinct(flatten(list(e.actor_codes)))) AS actor_codes,
  list_sort(list_distinct(flatten(list(e.recipient_codes)))) AS recipient_codes,
  mode(e.day) AS day, mode(e.day_last) AS day_last, mode(e.place) AS place, mode(e.country) AS country,
  count(*) AS tellings, count(DISTINCT coalesce(a.copy_of, a.id)) AS originals, count(DISTINCT a.publisher) AS publishers,
  min(e.dead) AS dead_low, max(e.dead) AS dead_high, min(e.injured) AS injured_low, max(e.injured) AS injured_high,
  min(e.arrested) AS arrested_low, max(e.arrested) AS arrested_high,
  min(a.published) AS first_told, max(a.published) AS last_told,
  arg_max(e.evidence, e.confidence) AS evidence, max(e.confidence) AS confidence
FROM tellings t JOIN events e ON e.id = t.event JOIN articles a ON a.id = e.article GROUP BY t.happening;
