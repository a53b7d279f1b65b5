package io.broadsheet.sink.postgres;

/**
 * What a PostgreSQL store keeps beyond the articles themselves.
 *
 * @param search how much of each article can be searched for
 * @param revisions whether each version that passes is kept too, and not the newest alone
 */
public record PostgresOptions(SearchDepth search, boolean revisions) {

    /** How much of an article can be searched for. */
    public enum SearchDepth {
        /** Nothing. */
        OFF,
        /** Headline, description, keywords and authors. */
        HEAD,
        /** The body too. */
        FULL
    }

    /**
     * The newest versions, to be searched for by their heads: an index over the bodies is three
     * times the rest, and takes most of the server's time.
     */
    public static PostgresOptions defaults() {
        return new PostgresOptions(SearchDepth.HEAD, false);
    }
}
