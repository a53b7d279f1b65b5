package io.broadsheet.sink.store;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetter;

/** A kind of store; each has a consumer group and a dead-letter topic of its own. */
public enum StoreKind {
    /** One file, for an installation of one machine. */
    SQLITE("sqlite", Topics.SINK_SQLITE_DEAD_LETTERS),
    /** A server that many read from. */
    POSTGRES("postgres", Topics.SINK_POSTGRES_DEAD_LETTERS);

    private final String word;
    private final Topic<DeadLetter> deadLetters;

    StoreKind(String word, Topic<DeadLetter> deadLetters) {
        this.word = word;
        this.deadLetters = deadLetters;
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
        return deadLetters;
    }
}
