package io.broadsheet.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.ingest.document.ArchiveFile;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.Opening;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** One stage alone, without a broker: files in, results out, in the order of the arguments. */
abstract class StageCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;
    private final ClaimStore claims;
    private boolean someBuried;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files and directories")
    private List<Path> paths = List.of();

    @Mixin private final SourceOptions source = new SourceOptions();

    @Mixin private final AddressOption address = new AddressOption();

    /**
     * @param claims where what is too large for a record goes
     */
    StageCommand(Console console, ClaimStore claims) {
        this.console = console;
        this.claims = claims;
    }

    /** One line for an article of a file. */
    abstract void show(SourceFile file, RawArticle article);

    /**
     * Shows where a sitemap leads, one line a place.
     *
     * @return whether that is of any use at this stage
     */
    boolean showPlaces(Parsed.Sitemap sitemap) {
        return false;
    }

    @Override
    public Integer call() {
        var reader = new DocumentReader(source.settings(), claims, InstantSource.system());
        address.check(paths);
        for (SourceFile file : new FileSource(paths)) {
            switch (reader.open(file)) {
                case Opening.Opened(Document document) ->
                        show(file, reader.parse(address.of(document)));
                case Opening.Archive(ArchiveFile archive) ->
                        reader.parse(archive, reading -> show(file, reading));
                case Opening.Buried(var letter) -> bury(file, letter);
            }
        }
        return (someBuried ? ExitCode.FAILED : ExitCode.DONE).value();
    }

    private void show(SourceFile file, Reading reading) {
        switch (reading) {
            case Reading.Articles(var articles, var letters, _) -> {
                articles.forEach(article -> show(file, article));
                letters.forEach(letter -> bury(file, letter));
            }
            case Reading.Places(var sitemap, var letter) -> {
                if (!showPlaces(sitemap)) {
                    bury(file, letter.get());
                }
            }
            case Reading.Buried(var letter) -> bury(file, letter);
        }
    }

    /** Where results go. */
    Console console() {
        return console;
    }

    /** Says what became of a file that is no article. */
    void tell(SourceFile file, DeadLetter letter) {
        print(asJson(file, letter));
    }

    /** Prints one result. */
    void print(String line) {
        console.out().println(line);
    }

    /** Counts the failure and tells it. */
    void bury(SourceFile file, DeadLetter letter) {
        someBuried = true;
        tell(file, letter);
    }

    /** {@code {"file":..,"deadLetter":{..}}}. */
    private static String asJson(SourceFile file, DeadLetter letter) {
        try {
            ObjectNode line = JSON.createObjectNode().put("file", file.path().toString());
            line.set("deadLetter", JSON.readTree(AvroJson.write(letter)));
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("AvroJson wrote no JSON", e);
        }
    }
}
