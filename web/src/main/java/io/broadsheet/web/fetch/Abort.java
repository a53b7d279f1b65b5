package io.broadsheet.web.fetch;

import java.util.HashSet;
import java.util.Set;

/**
 * Cuts fetches from outside: those on their way when it is called, and those that would begin
 * later. Safe for any number of threads.
 */
public final class Abort {

    private final Set<Runnable> cuts = new HashSet<>();
    private boolean called;

    /** Nobody has called it yet. */
    public Abort() {}

    /** When this returns, what was on its way is cut, and its fetch about to come to its end. */
    public synchronized void now() {
        called = true;
        cuts.forEach(Runnable::run);
        cuts.clear();
    }

    synchronized void add(Runnable cut) {
        if (called) {
            cut.run();
        } else {
            cuts.add(cut);
        }
    }

    synchronized void remove(Runnable cut) {
        cuts.remove(cut);
    }
}
