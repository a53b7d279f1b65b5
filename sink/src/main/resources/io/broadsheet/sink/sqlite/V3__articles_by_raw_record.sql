-- What became of the raw records behind an offset: `run` asks that at its end, and read every
-- article of the file for it.
CREATE INDEX article_by_raw ON article (raw_partition, raw_offset);
