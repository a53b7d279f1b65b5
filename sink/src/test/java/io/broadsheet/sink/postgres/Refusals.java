package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.Desk;

/** Rows that the database refuses, with an error of the test's choice. */
final class Refusals {

    private Refusals() {}

    /** From now on the row of this article fails with this SQLSTATE. */
    static void install(Desk desk, String articleId, String state) {
        trigger(desk, articleId, "RAISE EXCEPTION 'no' USING ERRCODE = '" + state + "'");
    }

    /** From now on this runs before the row of this article is written. */
    static void trigger(Desk desk, String articleId, String statement) {
        desk.execute(
                """
                CREATE FUNCTION on_%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN %2$s; RETURN new; END $$;
                CREATE TRIGGER on_%1$s BEFORE INSERT ON article FOR EACH ROW
                WHEN (new.article_id = '%1$s') EXECUTE FUNCTION on_%1$s();
                """
                        .formatted(articleId, statement));
    }

    /** Undoes either. */
    static void remove(Desk desk, String articleId) {
        desk.execute("DROP FUNCTION on_" + articleId + "() CASCADE");
    }
}
