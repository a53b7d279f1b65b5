package io.broadsheet.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.Histogram;
import io.broadsheet.operate.letters.LetterBox;
import io.broadsheet.operate.letters.LetterFacts;
import io.broadsheet.operate.letters.LetterFilter;
import io.broadsheet.operate.report.Table;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.v1.DeadLetterStatus;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** {@code broadsheet dead list}. */
@Command(
        name = "list",
        description =
                "Prints dead letters, the latest first: of the store in --data, or, with"
                        + " --bootstrap-servers, of a cluster, with what was done about them.",
        mixinStandardHelpOptions = true)
final class DeadListCommand extends StoreOrCluster {

    private static final int MESSAGE_CHARS_MAX = 80;

    private final Console console;

    @Mixin private final LetterOptions which = new LetterOptions();

    @Option(names = "--limit", paramLabel = "N", description = "how many at most")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--histogram", description = "counts by stage, reason and code instead")
    private boolean histogram;

    @Option(
            names = "--json",
            description = "one JSON object a letter; of the store with the original and all")
    private boolean json;

    DeadListCommand(Console console) {
        this.console = console;
    }

    @Override
    ExitCode run(StoreReader store) {
        LetterFilter filter = which.filter(InstantSource.system());
        Histogram counts = new Histogram();
        Table table = table();
        AtomicLong left = new AtomicLong(limit);
        store.deadLetters()
                .list(
                        filter.isOpen() ? limit : Long.MAX_VALUE,
                        line -> {
                            ObjectNode letter = RecordText.parse(line);
                            LetterFacts facts = LetterFacts.of(letter);
                            if (filter.test(facts) && left.getAndDecrement() > 0) {
                                counts.add(facts);
                                take(table, facts, letter);
                                printIfWhole(line);
                            }
                        });
        printIfListing(table);
        printIfCounting(counts);
        return ExitCode.DONE;
    }

    /** What was done about it only the cluster knows. */
    private void take(Table table, LetterFacts facts, ObjectNode letter) {
        if (isTable()) {
            int replays = letter.path("replayCount").asInt();
            add(table, facts, "-", replays, letter.path("message").asText());
        }
    }

    private boolean isTable() {
        return !json && !histogram;
    }

    @Override
    ExitCode run(Cluster cluster, List<String> topics) {
        LetterBox box = new LetterBox(cluster, topics);
        List<FoundLetter> letters =
                box.latest(which.filter(cluster.clock())).values().stream()
                        .sorted(
                                Comparator.<FoundLetter, Instant>comparing(
                                                found -> found.facts().failedAt())
                                        .reversed()
                                        .thenComparing(found -> found.facts().id()))
                        .limit(limit)
                        .toList();
        if (histogram) {
            Histogram counts = new Histogram();
            letters.forEach(found -> counts.add(found.facts()));
            printIfCounting(counts);
            return ExitCode.DONE;
        }
        Map<String, DeadLetterStatus> statuses = box.statuses();
        if (json) {
            letters.forEach(
                    found -> console.out().println(json(found, statuses.get(found.facts().id()))));
        } else {
            table(letters, statuses).lines().forEach(console.out()::println);
        }
        return ExitCode.DONE;
    }

    private void printIfWhole(String line) {
        if (json && !histogram) {
            console.out().println(line);
        }
    }

    private void printIfListing(Table table) {
        if (isTable()) {
            table.lines().forEach(console.out()::println);
        }
    }

    private void printIfCounting(Histogram counts) {
        if (histogram) {
            (json ? counts.json() : counts.text()).forEach(console.out()::println);
        }
    }

    /** Without what {@code dead show} is there for. */
    private static ObjectNode json(FoundLetter found, @Nullable DeadLetterStatus status) {
        ObjectNode line = found.json(Optional.ofNullable(status));
        line.remove(List.of("originalValue", "stackTrace"));
        return line;
    }

    private static Table table(List<FoundLetter> letters, Map<String, DeadLetterStatus> statuses) {
        Table table = table();
        for (FoundLetter found : letters) {
            LetterFacts facts = found.facts();
            Optional<DeadLetterStatus> status = Optional.ofNullable(statuses.get(facts.id()));
            add(
                    table,
                    facts,
                    found.state(status),
                    found.replayCount(status),
                    found.letter().getMessage());
        }
        return table;
    }

    private static Table table() {
        return new Table("ID", "FAILED", "STATE", "REPLAYS", "STAGE", "SOURCE", "MESSAGE");
    }

    private static void add(
            Table table, LetterFacts facts, Object state, int replays, String message) {
        table.add(
                facts.id(),
                facts.failedAt(),
                state,
                replays,
                facts.stage(),
                facts.sourceId().orElse("-"),
                SafeText.escapeControls(SafeText.cut(message, MESSAGE_CHARS_MAX)));
    }
}
