package io.broadsheet.e2e.faults.bugs;

import java.util.Random;

/** What happens to a part, and how often; the same for the same seed. */
final class Mishaps {

    /** There are never more moments than these between two mishaps. */
    private static final int MOMENTS_MAX = 3;

    private final Random random;
    private final Kind kind;
    private final int countMax;
    private int count;
    private int moments;

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
        this.moments = random.nextInt(MOMENTS_MAX);
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
        if (count == countMax || moments-- > 0) {
            return false;
        }
        count++;
        moments = random.nextInt(MOMENTS_MAX);
        return true;
    }
}
