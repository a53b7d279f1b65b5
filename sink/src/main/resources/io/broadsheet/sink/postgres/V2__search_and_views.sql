-- How a question is read: compatibility forms, case and accents do not count; scripts written
-- without spaces give overlapping pairs of characters. SearchVector.java reads articles in the same
-- way, with the same ranges: both must change together.

-- lower() needs a locale that knows all scripts; which one there is depends on the server.
DO $$
DECLARE
  unicode text;
BEGIN
  SELECT quote_ident(collname) INTO unicode FROM pg_collation
   WHERE collname IN ('pg_c_utf8', 'und-x-icu', 'C.utf8', 'C.UTF-8')
     AND collencoding IN (-1, pg_char_to_encoding('UTF8'))
   ORDER BY array_position(ARRAY['pg_c_utf8', 'und-x-icu', 'C.utf8', 'C.UTF-8'], collname::text)
   LIMIT 1;
  EXECUTE format($function$
    CREATE FUNCTION search_fold(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $body$
      SELECT translate(lower(normalize(
        regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]+', '', 'g'), NFC) COLLATE %s),
        'ς', 'σ')
    $body$
  $function$, coalesce(unicode, '"default"'));
END $$;

-- The words of a question, all of which must occur. NULL if there are none.
CREATE FUNCTION search_query(words text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $body$
  WITH scripts AS (
    SELECT ''
      || '\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf'
      || '\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u30fa\u30fc-\u318f'
      || '\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f'
      || '\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff' AS unspaced,
      ''
      || '\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4'
      || '\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u037e\u0387\u055a-\u055f'
      || '\u0589-\u058a\u05be\u05c0\u05c3\u05f3-\u05f4\u0600-\u060f'
      || '\u061b-\u061f\u066a-\u066d\u06d4\u0964-\u0965\u1361-\u1368\u1680'
      || '\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004'
      || '\u3008-\u3020\u3030\u303d-\u303f\u30fb\u3200-\u33ff\ue000-\uf8ff'
      || '\ufe00-\ufe6f\ufeff\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40'
      || '\uff5b-\uff65\uffe0-\uffff\U0001f000-\U0001faff'
      || '\U000e0000-\U0010ffff' AS between
  ), run AS (
    SELECT found[1] AS unspaced, found[2] AS word
    FROM scripts, regexp_matches("${flyway:defaultSchema}".search_fold(words),
      '([' || unspaced || ']+)|([^' || unspaced || between || ']+)', 'g') AS found
  ), term AS (
    SELECT quote_literal(left(word, 64)) AS text FROM run WHERE word IS NOT NULL
    UNION
    SELECT quote_literal(unspaced) || ':*' FROM run WHERE char_length(unspaced) = 1
    UNION
    SELECT quote_literal(substr(unspaced, i, 2))
    FROM run, generate_series(1, char_length(unspaced) - 1) AS i
  )
  SELECT string_agg(text, ' & ')::tsquery FROM term
$body$;

-- The articles that hold all words of a question, the best first: a word in the headline counts
-- most, then description, keywords and authors, then the body.
CREATE FUNCTION search_articles(words text, count_max integer DEFAULT 20)
RETURNS TABLE (article_id text, headline text, url text, date_published timestamptz, rank real)
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $body$
  SELECT a.article_id, a.headline, a.url, a.date_published, ts_rank(a.search, q) AS rank
  FROM "${flyway:defaultSchema}".article AS a,
    "${flyway:defaultSchema}".search_query(words) AS q
  WHERE a.search @@ q
  ORDER BY rank DESC, a.date_published DESC NULLS LAST, a.article_id
  LIMIT count_max
$body$;

-- For people: what a reader asks for, without knowing the record.
CREATE VIEW articles AS
SELECT article_id, date_published, source_id, in_language, headline, description,
  record ->> 'articleBody' AS body, url,
  ARRAY(SELECT json_array_elements(record -> 'author') ->> 'name') AS authors,
  ARRAY(SELECT json_array_elements_text(record -> 'articleSection')) AS sections,
  ARRAY(SELECT json_array_elements_text(record -> 'keywords')) AS keywords,
  word_count,
  (SELECT coalesce(record_image ->> 'contentUrl', record_image ->> 'url')
     FROM json_array_elements(record -> 'images') AS record_image
    WHERE record_image ->> 'imageId' = primary_image_id LIMIT 1) AS image_url,
  ARRAY(SELECT json_array_elements(record -> 'quality') ->> 'code') AS quality,
  cluster_id, cluster_role, cluster_primary_id,
  state, pub_status, version, first_created, version_created
FROM article;

CREATE VIEW dead_letters AS
SELECT dead_letter_id, failed_at, stage, code, message, source_id, article_id, url,
  origin_topic, origin_partition, origin_offset,
  octet_length(original_value) AS original_bytes, payload_ref
FROM dead_letter;

CREATE VIEW broken_images AS
SELECT i.outcome, i.verdict, i.url AS image_url, i.checked_at, a.article_id, a.headline,
  a.url AS article_url, a.source_id
FROM image AS i JOIN article AS a USING (article_id)
WHERE i.outcome IN ('UNUSABLE', 'REFUSED');
