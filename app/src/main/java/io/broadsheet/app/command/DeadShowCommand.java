package io.broadsheet.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.RecordDecoder;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.LetterBox;
import io.broadsheet.operate.letters.LetterPage;
import io.broadsheet.operate.letters.OriginalValue;
import io.broadsheet.operate.letters.OriginalValues;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.sink.read.StoreReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code broadsheet dead show}. */
@Command(
        name = "show",
        description =
                "Prints one dead letter with its headers and the original bytes, from the store in"
                        + " --data, or, with --bootstrap-servers, from a cluster.",
        mixinStandardHelpOptions = true)
final class DeadShowCommand extends StoreOrCluster {

    private final Console console;

    @Parameters(paramLabel = "ID", description = "deadLetterId, as `dead list` prints it")
    private String id = "";

    @Option(names = "--raw", description = "writes the original bytes, and nothing else")
    private boolean raw;

    @Option(names = "--json", description = "the whole letter as one JSON object")
    private boolean json;

    @Mixin private final ClaimsOption claims = new ClaimsOption();

    DeadShowCommand(Console console) {
        this.console = console;
    }

    @Override
    ExitCode run(StoreReader store) {
        String line = store.deadLetters().byId(id).orElseThrow(this::unknown);
        LetterPage page = new LetterPage(RecordText.parse(line));
        OriginalValue value =
                page.value()
                        .<OriginalValue>map(OriginalValue.Bytes::new)
                        .orElseGet(() ->
                                new OriginalValue.Lost(
                                        "not in the store; with --bootstrap-servers it is looked"
                                                + " for in the log"));
        return show(page, value, List.of(), Optional.empty());
    }

    @Override
    ExitCode run(Cluster cluster, List<String> topics) {
        LetterBox box = new LetterBox(cluster, topics);
        FoundLetter found = box.find(id).orElseThrow(this::unknown);
        ObjectNode letter = found.json(Optional.ofNullable(box.statuses().get(id)));
        return show(
                new LetterPage(letter),
                new OriginalValues(cluster, claims.store()).of(found.letter()),
                LetterPage.headers(found.headers()),
                Optional.of(new RecordDecoder(cluster.registry())));
    }

    private ToolFailure unknown() {
        return new ToolFailure("there is no dead letter " + id);
    }

    private ExitCode show(
            LetterPage page,
            OriginalValue value,
            List<String> headers,
            Optional<RecordDecoder> decoder) {
        if (raw) {
            return writeRaw(value);
        }
        if (json) {
            console.out().println(page.letter());
            return ExitCode.DONE;
        }
        page.facts().forEach(console.out()::println);
        section("headers of the letter", headers);
        section("headers of the original", page.originalHeaders());
        section("stack trace", page.stackTrace());
        switch (value) {
            case OriginalValue.Bytes(var bytes) ->
                    section(
                            "original, " + bytes.length + " bytes",
                            LetterPage.content(bytes, decoder));
            case OriginalValue.None _ -> section("original", List.of("had no value"));
            case OriginalValue.Lost(var why) -> section("original", List.of("lost: " + why));
        }
        return ExitCode.DONE;
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            console.out().println();
            console.out().println(title);
            lines.forEach(line -> console.out().println("  " + line));
        }
    }

    private static ExitCode writeRaw(OriginalValue value) {
        switch (value) {
            case OriginalValue.Bytes(var bytes) -> write(bytes);
            case OriginalValue.None _ -> write(new byte[0]);
            case OriginalValue.Lost(var why) -> throw new ToolFailure("the bytes are lost: " + why);
        }
        return ExitCode.DONE;
    }

    /** Past the console, which writes text. */
    private static void write(byte[] bytes) {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new ToolFailure("standard output cannot be written: " + e.getMessage(), e);
        }
    }
}
