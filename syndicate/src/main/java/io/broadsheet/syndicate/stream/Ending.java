package io.broadsheet.syndicate.stream;

import java.util.Locale;

/** Why a stream ended. */
enum Ending {
    /** The reader went away. */
    LEFT("the reader went away"),
    /** The reader was overtaken by what is kept in memory. */
    SLOW("you read more slowly than articles come; come again with Last-Event-ID to go on here"),
    /** The reader took nothing at all for too long; he cannot be told. */
    STALLED("the reader took nothing"),
    /** The service stops. */
    STOPPING("this instance stops; come again with Last-Event-ID to go on here"),
    /** Kafka cannot be read. */
    OUTAGE("Kafka is out; come again with Last-Event-ID to go on here");

    private final String told;

    Ending(String told) {
        this.told = told;
    }

    /** What the reader is told. */
    String told() {
        return told;
    }

    /** As a label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
