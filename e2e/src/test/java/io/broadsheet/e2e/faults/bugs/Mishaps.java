package io.broadsheet.e2e.faults.bugs;

import java.util.Random;

/** What happens to a part, and how often; the same for the same seed. */
final class Mishaps {

    private static final int ONE_OF = 3;

    private final Random random;
    private final Kind kind;
    private final int countMax;
    private int count;

    /** What can happen. */
    enum Kind {
        KILL,
        /** Frozen, while another one takes over, then thawed. */
        FREEZE
    }

    Mishaps(long seed, Kind kind, int countMax) {
        this.random = new Random(seed);
        this.kind = kind;
        this.countMax = countMax;
    }

    /** Nothing happens. */
    static Mishaps none() {
        return new Mishaps(0, Kind.KILL, 0);
    }

    /** A moment at which the part may be killed. */
    void mayKill() {
        if (kind == Kind.KILL && strikes()) {
            throw new KilledException();
        }
    }

    /** A moment at which the part may be frozen. */
    void mayFreeze(Runnable meanwhile) {
        if (kind == Kind.FREEZE && strikes()) {
            meanwhile.run();
        }
    }

    private boolean strikes() {
        if (count == countMax || random.nextInt(ONE_OF) != 0) {
            return false;
        }
        count++;
        return true;
    }
}
