-- What the sink's role may do, and no more: no DDL, no TRUNCATE, no way to forget an offset or a dead
-- letter. Run after each migration, so that a new table or another role has its rights at once.
-- One after the other: workers open the store at the same moment, and to grant the same twice at once
-- is an error of PostgreSQL ("tuple concurrently updated").
SELECT pg_advisory_xact_lock(hashtextextended('broadsheet grants in ${flyway:defaultSchema}', 0));
GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${writer}";
GRANT SELECT, INSERT, UPDATE, DELETE ON article, image, revision TO "${writer}";
GRANT SELECT, INSERT, UPDATE ON dead_letter, sink_partition TO "${writer}";
GRANT SELECT ON "${flyway:table}" TO "${writer}";
