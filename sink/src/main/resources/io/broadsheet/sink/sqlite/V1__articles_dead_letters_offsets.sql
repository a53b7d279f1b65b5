-- Times are ISO 8601 in UTC with milliseconds, so that their text sorts as they do.

-- The newest stored version of each article. `record` is the whole EnrichedArticle under the
-- contract's names; the columns before it are for queries, those after it are read out of it and
-- take no space.
CREATE TABLE article (
  article_id       TEXT    NOT NULL PRIMARY KEY,
  version          INTEGER NOT NULL,
  state            TEXT    NOT NULL,
  pub_status       TEXT    NOT NULL,
  content_hash     TEXT    NOT NULL,
  source_id        TEXT    NOT NULL,
  url              TEXT,
  headline         TEXT,
  description      TEXT,
  in_language      TEXT,
  date_published   TEXT,
  first_created    TEXT    NOT NULL,
  version_created  TEXT    NOT NULL,
  primary_image_id TEXT,
  raw_topic        TEXT    NOT NULL,
  raw_partition    INTEGER NOT NULL,
  raw_offset       INTEGER NOT NULL,
  record           TEXT    NOT NULL,
  body    TEXT GENERATED ALWAYS AS (json_extract(record, '$.articleBody')) VIRTUAL,
  quality TEXT GENERATED ALWAYS AS (json_extract(record, '$.quality'))     VIRTUAL
) STRICT;
CREATE INDEX article_newest    ON article (version_created);
CREATE INDEX article_by_source ON article (source_id, date_published);
CREATE INDEX article_by_url    ON article (url);
CREATE INDEX article_by_state  ON article (state);

-- The images of the stored version, in its order.
CREATE TABLE image (
  article_id      TEXT    NOT NULL,
  ordinal         INTEGER NOT NULL,
  image_id        TEXT    NOT NULL,
  url             TEXT    NOT NULL,
  roles           TEXT    NOT NULL,
  caption         TEXT,
  outcome         TEXT    NOT NULL,
  verdict         TEXT    NOT NULL,
  encoding_format TEXT,
  width           INTEGER,
  height          INTEGER,
  content_size    INTEGER,
  checked_at      TEXT,
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_by_image ON image (image_id, outcome, checked_at);

-- What some stage could not process, with its bytes untouched. `to_relay` holds the letter as Avro
-- while it waits to be published by this sink, and is null for all others.
CREATE TABLE dead_letter (
  dead_letter_id   TEXT    NOT NULL PRIMARY KEY,
  stage            TEXT    NOT NULL,
  reason           TEXT    NOT NULL,
  code             TEXT    NOT NULL,
  message          TEXT    NOT NULL,
  source_id        TEXT,
  article_id       TEXT,
  url              TEXT,
  origin_topic     TEXT,
  origin_partition INTEGER,
  origin_offset    INTEGER,
  original_key     BLOB,
  original_value   BLOB,
  payload_ref      TEXT,
  failed_at        TEXT    NOT NULL,
  to_relay         BLOB,
  record           TEXT    NOT NULL,
  original_headers TEXT GENERATED ALWAYS AS (json_extract(record, '$.originalHeaders')) VIRTUAL
) STRICT;
CREATE INDEX dead_letter_newest   ON dead_letter (failed_at);
CREATE INDEX dead_letter_to_relay ON dead_letter (failed_at) WHERE to_relay IS NOT NULL;

-- How far each partition is stored: everything below next_offset is. Written in the transaction of
-- the rows, and believed instead of Kafka's own committed offsets. `epoch` counts the claims.
CREATE TABLE sink_partition (
  sink        TEXT    NOT NULL,
  topic       TEXT    NOT NULL,
  part        INTEGER NOT NULL,
  topic_id    TEXT    NOT NULL,
  next_offset INTEGER NOT NULL,
  epoch       INTEGER NOT NULL,
  owner       TEXT    NOT NULL,
  updated     TEXT    NOT NULL,
  PRIMARY KEY (sink, topic, part)
) STRICT, WITHOUT ROWID;
