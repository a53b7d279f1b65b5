-- Run once, when the database is made. Who does what is told in docs/store-postgres.md.
\set owner_password `cat /run/secrets/postgres_owner`
\set sink_password `cat /run/secrets/postgres_sink`
\set reader_password `cat /run/secrets/postgres_reader`

CREATE ROLE broadsheet_owner LOGIN PASSWORD :'owner_password'; -- makes and changes the tables
CREATE ROLE broadsheet LOGIN PASSWORD :'sink_password';        -- the sink
CREATE ROLE broadsheet_reader LOGIN PASSWORD :'reader_password'; -- people and their tools

REVOKE ALL ON DATABASE broadsheet FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CONNECT ON DATABASE broadsheet TO broadsheet, broadsheet_reader;
GRANT CONNECT, CREATE ON DATABASE broadsheet TO broadsheet_owner;

-- The owner makes the schema, so that the migrations find it as they left it, and readers may read what is to come.
SET ROLE broadsheet_owner;
CREATE SCHEMA broadsheet;
GRANT USAGE ON SCHEMA broadsheet TO broadsheet_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA broadsheet GRANT SELECT ON TABLES TO broadsheet_reader;
