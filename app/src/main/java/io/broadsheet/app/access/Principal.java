package io.broadsheet.app.access;

/** Whom a cluster knows by a password of its own. */
public enum Principal {
    /** Reads sources. */
    INGEST("ingest"),
    /** Runs the topology. */
    ENRICH("enrich"),
    /** Speaks to the internet, so it may do least. */
    CHECK_IMAGES("check-images"),
    /** Fills the store. */
    SINK("sink"),
    /** Hands articles out, and tells webhooks. */
    SYNDICATE("syndicate"),
    /** Makes the topics. */
    SETUP("setup"),
    /** Shows all of it to people, and replays dead letters for those who may. */
    DESK("desk"),
    /** A person with the tools: {@code tail}, {@code trace}, {@code topics}, {@code dead}. */
    OPERATOR("operator"),
    /** A registry that keeps its schemas on the same cluster, as Apicurio's {@code kafkasql}. */
    REGISTRY("registry");

    private final String word;

    Principal(String word) {
        this.word = word;
    }

    /** The user's name. */
    public String word() {
        return word;
    }

    /** As Kafka writes it in its rules. */
    public String inRules() {
        return "User:" + word;
    }
}
