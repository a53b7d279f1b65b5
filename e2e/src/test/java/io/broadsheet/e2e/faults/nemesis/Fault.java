package io.broadsheet.e2e.faults.nemesis;

import java.time.Duration;

/** What can be broken; the ids are those of docs/fault-tests.md. */
public enum Fault {
    K1("kill -9 ingest", 15),
    K2("kill -9 an enrichment", 30),
    K3("kill -9 the image checker", 120),
    K4("kill -9 a sink", 20),
    K5("halt at a barrier", 30),
    Z1("frozen, taken over, thawed", 30),
    B1("kill -9 the broker, start it", 60),
    B2("broker gone for a while", 30),
    R1("registry gone for a while", 30),
    D1("kill -9 PostgreSQL, start it", 20),
    D2("PostgreSQL gone for a while", 30),
    D3("PostgreSQL slow", 30),
    D5("connection cut during a commit", 20),
    N1("enrichment cut off from the broker", 60),
    N2("sink cut off from the database", 30),
    G2("rolling restart of every service", 60);

    private final String text;
    private final int recoverySecondsMax;

    Fault(String text, int recoverySecondsMax) {
        this.text = text;
        this.recoverySecondsMax = recoverySecondsMax;
    }

    /** What it is. */
    public String text() {
        return text;
    }

    /** How long after the healing a new article may take to be stored, on an idle machine. */
    public Duration recoveryMax() {
        return Duration.ofSeconds(recoverySecondsMax);
    }

    /** Whether a service may end by itself over it: whoever was taken over must give up. */
    public boolean mayEndAService() {
        return this == Z1;
    }
}
