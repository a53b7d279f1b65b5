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

-- Readers may read whatever the owner makes: also a schema that is filled anew from the log.
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner GRANT USAGE ON SCHEMAS TO broadsheet_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner GRANT SELECT ON TABLES TO broadsheet_reader;
