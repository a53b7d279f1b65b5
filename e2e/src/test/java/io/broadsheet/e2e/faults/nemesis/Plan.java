package io.broadsheet.e2e.faults.nemesis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is broken, in order.
 *
 * @param faults one injection each
 * @param outage how long something is away in B2, R1, D2, D3 and N1
 */
public record Plan(List<Fault> faults, Duration outage) {

    private static final Map<Fault, Integer> T0 = new EnumMap<>(Fault.class);

    static {
        T0.put(Fault.K1, 2);
        T0.put(Fault.K2, 4);
        T0.put(Fault.K3, 2);
        T0.put(Fault.K4, 4);
        T0.put(Fault.K5, 4);
        T0.put(Fault.Z1, 2);
        T0.put(Fault.B1, 2);
        T0.put(Fault.B2, 1);
        T0.put(Fault.R1, 1);
        T0.put(Fault.D1, 2);
        T0.put(Fault.D2, 1);
        T0.put(Fault.D3, 1);
        T0.put(Fault.D5, 2);
        T0.put(Fault.N1, 1);
        T0.put(Fault.N2, 1);
        T0.put(Fault.G2, 1);
    }

    /** The 31 injections of the first tier, in an order that the seed gives. */
    public static Plan t0(long seed, Duration outage) {
        List<Fault> faults = new ArrayList<>();
        T0.forEach((fault, times) -> faults.addAll(Collections.nCopies(times, fault)));
        Collections.shuffle(faults, new Random(seed));
        return new Plan(faults, outage);
    }

    /** The same mixture again and again, for as long as there is time. */
    public static Plan endless(long seed, Duration outage, int rounds) {
        List<Fault> faults = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            faults.addAll(t0(seed + round, outage).faults());
        }
        return new Plan(faults, outage);
    }
}
