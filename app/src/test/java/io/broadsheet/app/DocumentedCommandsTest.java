package io.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.app.console.Console;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every {@code ./broadsheet} command in a block of README, docs and CONTRIBUTING is one that this
 * version understands: no page names a command or an option that is not there.
 */
class DocumentedCommandsTest {

    private static final Path PROJECT = Path.of("..");
    private static final String PROGRAM = "./broadsheet";
    private static final String FENCE = "```";

    /** What is behind it on a line is for the shell or for the reader. */
    private static final Pattern END = Pattern.compile("\\s+(#|>|2>|\\||&&|<)\\s*.*$");

    @Test
    void everyCommandIsUnderstood() throws IOException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(40);
        List<String> faults = commands.stream().flatMap(it -> fault(it).stream()).toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void aCommandThatIsNotThereIsFound() {
        assertThat(fault("README.md: ./broadsheet up --no-such-option")).hasSize(1);
        assertThat(fault("README.md: ./broadsheet no-such-command")).hasSize(1);
        assertThat(fault("README.md: ./broadsheet topics lag")).isEmpty();
    }

    private static List<String> fault(String command) {
        String words = command.substring(command.indexOf(PROGRAM) + PROGRAM.length()).strip();
        String[] arguments = words.isEmpty() ? new String[0] : words.split("\\s+", -1);
        var silent = new PrintWriter(Writer.nullWriter());
        CommandLine line = Broadsheet.commandLine(new Console(silent, silent, false));
        try {
            ParseResult parsed = line.parseArgs(arguments);
            return leftOver(parsed) ? List.of(command + ": names no command") : List.of();
        } catch (ParameterException e) {
            return List.of(command + ": " + e.getMessage());
        }
    }

    /** Whether nothing would be run, though something was written. */
    private static boolean leftOver(ParseResult parsed) {
        return parsed.subcommand() == null && parsed.originalArgs().isEmpty();
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            boolean inside = false;
            for (String line : Files.readAllLines(page)) {
                if (line.strip().startsWith(FENCE)) {
                    inside = !inside;
                } else if (inside && line.strip().startsWith(PROGRAM + " ")) {
                    String command = END.matcher(line.strip()).replaceFirst("");
                    commands.add(page.getFileName() + ": " + command);
                }
            }
        }
        return commands;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(PROJECT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }
}
