package io.broadsheet.enrich.step.maintext;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A page whose text is nearly all in what looks like chrome has its article there: names mislead.
 */
final class Settled {

    private static final int ROUNDS_MAX = 8;
    private static final int PROSE_MIN = 250;
    private static final double SHARE_MIN = 0.2;

    private Settled() {}

    static void settle(Box body) {
        for (int round = 0; round < ROUNDS_MAX && isPoor(body); round++) {
            Box largest = largest(body);
            if (largest == body || largest.all < 1) {
                return;
            }
            largest.include();
        }
    }

    private static boolean isPoor(Box body) {
        return body.prose < Math.max(PROSE_MIN, SHARE_MIN * body.all);
    }

    /** Of the chrome in nothing but the article, that which holds most. */
    private static Box largest(Box body) {
        Box best = body;
        double most = 0;
        Deque<Box> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Box box = open.pop();
            if (box.chrome && box.all > most) {
                most = box.all;
                best = box;
            } else if (!box.chrome) {
                box.children.forEach(open::push);
            }
        }
        return best;
    }
}
