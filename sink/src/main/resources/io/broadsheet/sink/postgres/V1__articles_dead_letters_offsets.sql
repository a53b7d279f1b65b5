-- Times are timestamptz with milliseconds. Names are those of the SQLite store, so that a question
-- fits both.

DO $$
BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION 'the database has the encoding %, and articles need UTF8: create it with ENCODING ''UTF8'' TEMPLATE template0',
      current_setting('server_encoding') USING ERRCODE = 'feature_not_supported';
  END IF;
END $$;

-- The newest stored version of each article. `record` is the whole EnrichedArticle under the
-- contract's names; the columns before it are read out of it, for questions. `search` is made by
-- the sink and asked by search_query().
CREATE TABLE article (
  article_id         text        NOT NULL PRIMARY KEY,
  version            integer     NOT NULL,
  state              text        NOT NULL,
  pub_status         text        NOT NULL,
  content_hash       text        NOT NULL,
  source_id          text        NOT NULL,
  url                text,
  headline           text,
  description        text,
  in_language        text,
  date_published     timestamptz,
  date_modified      timestamptz,
  first_created      timestamptz NOT NULL,
  version_created    timestamptz NOT NULL,
  word_count         integer     NOT NULL,
  cluster_id         text,
  cluster_role       text,
  cluster_primary_id text,
  primary_image_id   text,
  raw_topic          text        NOT NULL,
  raw_partition      integer     NOT NULL,
  raw_offset         bigint      NOT NULL,
  record             json        NOT NULL,
  search             tsvector
);
CREATE INDEX article_newest     ON article (version_created DESC, article_id);
CREATE INDEX article_by_date    ON article (date_published DESC NULLS LAST);
CREATE INDEX article_by_source  ON article (source_id, date_published DESC NULLS LAST);
CREATE INDEX article_by_state   ON article (state);
CREATE INDEX article_by_cluster ON article (cluster_id) WHERE cluster_id IS NOT NULL;
-- A btree refuses values over 2,704 bytes, and the row with them; a hash takes any length.
CREATE INDEX article_by_url     ON article USING hash (url);
CREATE INDEX article_search     ON article USING gin (search);

-- The images of the stored version, in its order.
CREATE TABLE image (
  article_id      text    NOT NULL,
  ordinal         integer NOT NULL,
  image_id        text    NOT NULL,
  url             text    NOT NULL,
  roles           text    NOT NULL,
  caption         text,
  outcome         text    NOT NULL,
  verdict         text    NOT NULL,
  encoding_format text,
  width           integer,
  height          integer,
  content_size    bigint,
  checked_at      timestamptz,
  PRIMARY KEY (article_id, ordinal)
);
CREATE INDEX image_by_image ON image (image_id, checked_at);

-- Every version that this sink has met, if it was told to keep them (store.revisions).
CREATE TABLE revision (
  article_id      text        NOT NULL,
  version         integer     NOT NULL,
  change          text        NOT NULL,
  version_created timestamptz NOT NULL,
  record          json        NOT NULL,
  PRIMARY KEY (article_id, version)
);

-- What some stage could not process, with its bytes untouched. `to_relay` holds the letter as Avro
-- while it waits to be published by this sink, and is null for all others.
CREATE TABLE dead_letter (
  dead_letter_id   text        NOT NULL PRIMARY KEY,
  stage            text        NOT NULL,
  reason           text        NOT NULL,
  code             text        NOT NULL,
  message          text        NOT NULL,
  source_id        text,
  article_id       text,
  url              text,
  origin_topic     text,
  origin_partition integer,
  origin_offset    bigint,
  original_key     bytea,
  original_value   bytea,
  payload_ref      text,
  failed_at        timestamptz NOT NULL,
  to_relay         bytea,
  record           json        NOT NULL
);
CREATE INDEX dead_letter_newest   ON dead_letter (failed_at DESC, dead_letter_id);
CREATE INDEX dead_letter_to_relay ON dead_letter (failed_at) WHERE to_relay IS NOT NULL;

-- How far each partition is stored: everything below next_offset is. Written in the transaction of
-- the rows, and believed instead of Kafka's own committed offsets. `epoch` counts the claims, and
-- `topic_id` is as Kafka's tools print it.
CREATE TABLE sink_partition (
  sink        text        NOT NULL,
  topic       text        NOT NULL,
  part        integer     NOT NULL,
  topic_id    text        NOT NULL,
  next_offset bigint      NOT NULL,
  epoch       bigint      NOT NULL,
  owner       text        NOT NULL,
  updated     timestamptz NOT NULL,
  PRIMARY KEY (sink, topic, part)
) WITH (fillfactor = 50);

-- lz4 costs a third of the default's time. A server built without it keeps the default.
DO $$
DECLARE
  target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['article.record', 'article.search', 'revision.record', 'dead_letter.record']
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET COMPRESSION lz4',
      split_part(target, '.', 1), split_part(target, '.', 2));
  END LOOP;
EXCEPTION WHEN feature_not_supported OR syntax_error THEN
  RAISE WARNING 'this server has no lz4: articles are compressed by pglz, at three times the cost';
END $$;
