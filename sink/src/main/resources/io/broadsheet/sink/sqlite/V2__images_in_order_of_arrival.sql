-- Rows of images lie in the order in which they came, beside a slim index of their keys. In a table
-- sorted by articleId, whose ids are hashes, the images of each article went to a page of their own
-- somewhere in the file; this way 1.2 times as many articles are stored in the same time.
-- Views and triggers of the operator may name the table while it is not there.
PRAGMA legacy_alter_table = ON;
CREATE TABLE image_by_arrival (
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
) STRICT;
INSERT INTO image_by_arrival
  SELECT article_id, ordinal, image_id, url, roles, caption, outcome, verdict, encoding_format,
    width, height, content_size, checked_at
  FROM image;
DROP TABLE image;
ALTER TABLE image_by_arrival RENAME TO image;
CREATE INDEX image_by_image ON image (image_id, outcome, checked_at);
PRAGMA legacy_alter_table = OFF;
