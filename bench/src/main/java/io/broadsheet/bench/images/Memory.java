package io.broadsheet.bench.images;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds, in MiB. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIB = 1_024;

    private Memory() {}

    /** Of the heap, without what nobody holds any more. */
    static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / KIB / KIB;
    }

    /** The most that the process ever had in the machine's memory; 0 where Linux is not. */
    static long peakResident() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB)
                .findFirst()
                .orElse(0);
    }
}
