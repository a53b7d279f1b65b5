package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.pipeline.Version;
import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.InstantSource;
import java.util.Optional;

/** {@code broadsheet extract}: what we make of it. */
@Command(
        name = "extract",
        description =
                "Reads files, such as whole HTML pages, and prints their articles, images unchecked,"
                        + " without a broker: to be read, or with --json as EnrichedArticles.",
        mixinStandardHelpOptions = true)
public final class ExtractCommand extends StageCommand {

    @Option(names = "--json", description = "as EnrichedArticles, one JSON object a line")
    private boolean json;

    private final Enricher enricher;
    private final DeadLetters letters =
            new DeadLetters("extract", Version.current(), InstantSource.system());

    /**
     * @param console where results go
     */
    public ExtractCommand(Console console) {
        this(console, new LatestClaims());
    }

    private ExtractCommand(Console console, ClaimStore claims) {
        super(console, claims);
        this.enricher = new Enricher(EnrichSettings.defaults(), claims);
    }

    @Override
    void show(SourceFile file, RawArticle article) {
        // There is no topic here: the record it would be is said to be the first.
        var nowhere = new RecordRef(Topics.RAW.name(), 0, 0L);
        switch (enricher.enrich(new EnrichInput(article, nowhere, article.getIngestedAt()))) {
            case EnrichResult.Kept(var enriched, _) ->
                    print(json ? AvroJson.write(enriched) : ReadableArticle.of(enriched));
            case EnrichResult.Rejected(var rejection) ->
                    bury(
                            file,
                            letters.ofDocument(
                                    FailureStage.ENRICH_PROCESS,
                                    rejection,
                                    article.getSource().getSourceId(),
                                    file.url(),
                                    Optional.empty()));
        }
    }

    @Override
    void tell(SourceFile file, DeadLetter letter) {
        if (json) {
            super.tell(file, letter);
        } else {
            console().err().println("broadsheet: " + file.path() + ": " + letter.getMessage());
        }
    }
}
