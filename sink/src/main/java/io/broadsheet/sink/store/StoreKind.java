package io.broadsheet.sink.store;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetter;

/** A kind of store; each has a consumer group and a dead-letter topic of its own. */
public enum StoreKind {
    /** One file, for an installation of one machine. */
    SQLITE("sqlite"),
    /** A server that many read from. */
    POSTGRES("postgres");

    private final String word;

    StoreKind(String word) {
        this.word = word;
    }

    /** Its name among sinks, such as {@code postgres}. */
    public String word() {
        return word;
    }

    /** The consumer group of its sinks. */
    public String group() {
        return "broadsheet-sink-" + word;
    }

    /** Where what it could not store is published. */
    public Topic<DeadLetter> deadLetters() {
        return switch (this) {
            case SQLITE -> Topics.SINK_SQLITE_DEAD_LETTERS;
            case POSTGRES -> Topics.SINK_POSTGRES_DEAD_LETTERS;
        };
    }
}
