package io.broadsheet.enrich.step.maintext;

import java.util.ArrayDeque;
import java.util.Deque;

/** A page whose text is nearly all in what looks like chrome has its article there. */
final class Settled {

    private static final int ROUNDS_MAX = 8;
    private static final int PROSE_MIN = 250;
    private static final double SHARE_MIN = 0.25;

    private static final double NOTHING = 100;
    private static final double NEVER_WEIGHT = 0.1;

    private Settled() {}

    static void settle(Box body) {
        for (int round = 0; round < ROUNDS_MAX && isPoor(body); round++) {
            Box largest = largest(body);
            if (largest == body || largest.all < body.prose) {
                return;
            }
            largest.include();
        }
    }

    private static boolean isPoor(Box body) {
        return body.prose < Math.max(PROSE_MIN, SHARE_MIN * body.all);
    }

    /** Of what is left out and in nothing left out, that which holds most; else the body. */
    private static Box largest(Box body) {
        Box best = body;
        double most = 0;
        Deque<Box> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Box box = open.pop();
            if (!box.isPlain()) {
                double all = Chrome.isNever(box.element, box.names) ? (body.prose < NOTHING ? NEVER_WEIGHT * box.all : 0) : box.all;
                if (all > most) {
                    most = all;
                    best = box;
                }
            } else {
                box.children.forEach(open::push);
            }
        }
        return best;
    }
}
