package io.broadsheet.enrich.step.maintext;

import java.util.ArrayDeque;
import java.util.Deque;

/** A page whose text is nearly all in what looks like chrome has its article there. */
final class Settled {

    private static final int ROUNDS_MAX = 8;
    private static final int WEIGHT_MIN = 250;
    private static final double SHARE_MIN = 0.25;
    private static final double NEVER_SHARE = 0.1;
    private static final int NOTHING_MAX = 100;

    private Settled() {}

    static void settle(Box body) {
        for (int round = 0; round < ROUNDS_MAX && isPoor(body); round++) {
            Box largest = largest(body);
            if (largest.isPlain() || largest.holds.all() < body.holds.article()) {
                return;
            }
            largest.include();
        }
    }

    private static boolean isPoor(Box body) {
        return body.holds.article() < Math.max(WEIGHT_MIN, SHARE_MIN * body.holds.all());
    }

    /** Of what is left out and in nothing left out, that which holds most; else the body. */
    private static Box largest(Box body) {
        boolean nothing = body.holds.article() < NOTHING_MAX;
        Box best = body;
        double most = 0;
        Deque<Box> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Box box = open.pop();
            if (box.isPlain()) {
                box.children.forEach(open::push);
                continue;
            }
            double weight = weight(box, nothing);
            best = weight > most ? box : best;
            most = Math.max(most, weight);
        }
        return best;
    }

    private static double weight(Box box, boolean nothingElse) {
        if (!Chrome.isNever(box)) {
            return box.holds.all();
        }
        return nothingElse ? NEVER_SHARE * box.holds.all() : 0;
    }
}
