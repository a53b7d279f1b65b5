package io.broadsheet.bench.feeds;

import com.sun.management.ThreadMXBean;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.ContractClasses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Prints what it costs to read each file of directories as a document, in processor time of the
 * thread and in bytes allocated, the dearest first. Files that are packed only to be kept ({@code
 * x.html.gz}) are unpacked before; all are read once to warm up. Run it with {@code -Xmx64m} to see
 * that no file needs more.
 */
public final class MeasureHostile {

    private static final int SHOWN = 15;
    private static final double CPU_MS_MAX = 250;
    private static final int WARM_UP_ROUNDS = 2;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final DocumentReader reader =
            new DocumentReader(
                    ReaderSettings.of(new SourceId("bench"), "bench"),
                    ClaimStore.none(),
                    InstantSource.system());

    private MeasureHostile() {}

    /** What one file cost. */
    private record Cost(Path file, int bytes, double cpuMs, double allocatedMb, String outcome) {}

    /**
     * Prints the costs.
     *
     * @param arguments files and directories
     * @throws IOException if one cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        ContractClasses.trust();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var measure = new MeasureHostile();
        List<Cost> costs = new ArrayList<>();
        for (String argument : arguments) {
            try (Stream<Path> all = Files.walk(Path.of(argument))) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    costs.add(measure.cost(file));
                }
            }
        }
        costs.sort(Comparator.comparingDouble(Cost::cpuMs).reversed());
        costs.stream().limit(SHOWN).forEach(cost -> print(out, cost));
        long over = costs.stream().filter(cost -> cost.cpuMs() > CPU_MS_MAX).count();
        out.printf("%d files, %d over %.0f ms%n", costs.size(), over, CPU_MS_MAX);
    }

    private static void print(PrintStream out, Cost cost) {
        out.println(
                String.format(
                        Locale.ROOT,
                        "%8.1f ms %8.1f MB allocated %9d bytes  %s  %s",
                        cost.cpuMs(),
                        cost.allocatedMb(),
                        cost.bytes(),
                        cost.file().getFileName(),
                        cost.outcome()));
    }

    private Cost cost(Path file) throws IOException {
        byte[] bytes = bytes(file);
        String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            read(name, bytes);
        }
        long cpu = threads.getCurrentThreadCpuTime();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        String outcome = read(name, bytes);
        return new Cost(
                file,
                bytes.length,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e6,
                (threads.getCurrentThreadAllocatedBytes() - allocated) / 1e6,
                outcome);
    }

    private String read(String name, byte[] bytes) {
        return switch (reader.parse(new Document("file:///" + name, name, bytes))) {
            case Reading.Articles(var articles, var letters, _) ->
                    articles.size() + " articles, " + letters.size() + " letters";
            case Reading.Places(var sitemap, _) -> sitemap.places().size() + " places";
            case Reading.Buried(var letter) -> letter.getCode();
        };
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        boolean kept = name.matches(".*\\.(html|xml|md|txt|json)\\.gz");
        return kept ? unpacked(bytes) : bytes;
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(ReaderSettings.DOCUMENT_BYTES_MAX);
        }
    }
}
