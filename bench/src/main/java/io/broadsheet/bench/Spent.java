package io.broadsheet.bench;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What some work took.
 *
 * @param clock seconds
 * @param processor seconds of all threads of this process together
 */
public record Spent(double clock, double processor) {

    /** When the work began, in nanoseconds of both. */
    public record Since(long clock, long processor) {

        /** What it took until now. */
        public Spent spent() {
            return new Spent(
                    (System.nanoTime() - clock) / 1e9, (processorNanos() - processor) / 1e9);
        }
    }

    /** The work begins now. */
    public static Since now() {
        return new Since(System.nanoTime(), processorNanos());
    }

    /** Articles a second, and seconds of the processor for a thousand. */
    public String of(int articles) {
        return String.format(
                Locale.ROOT, "%.0f/s, %.3f", articles / clock, processor * 1000 / articles);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
