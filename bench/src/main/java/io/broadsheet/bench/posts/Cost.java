package io.broadsheet.bench.posts;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What some work on this thread cost.
 *
 * @param cpu time of the processor
 * @param bytes allocated, most of which are garbage at once
 */
record Cost(Duration cpu, long bytes) {

    /** The work's answer and its cost. */
    record Measured<T>(T answer, Cost cost) {}

    static <T> Measured<T> of(Supplier<T> work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        T answer = work.get();
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        long nanos = threads.getCurrentThreadCpuTime() - cpuBefore;
        return new Measured<>(answer, new Cost(Duration.ofNanos(nanos), bytes));
    }
}
