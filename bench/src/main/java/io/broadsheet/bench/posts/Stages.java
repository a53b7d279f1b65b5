package io.broadsheet.bench.posts;

import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import java.time.InstantSource;

/** The stages from a document's bytes to its enriched article, as in production but for Kafka. */
public final class Stages {

    private final DocumentReader reader;
    private final Enricher enricher;

    /** What became of a document. */
    public sealed interface Result {
        /** It came through. */
        record Kept(RawArticle raw, EnrichedArticle article) implements Result {}

        /**
         * It did not.
         *
         * @param reason code and detail, as in the dead letter
         */
        record Buried(String reason) implements Result {}
    }

    /** A document that went through the first stage. */
    record Read(Reading reading) {}

    /**
     * Stages of one source named bench.
     *
     * @param claims where what is too large for a record goes
     * @param clock for the times of reading
     */
    public Stages(ClaimStore claims, InstantSource clock) {
        var settings = ReaderSettings.of(new SourceId("bench"), "bench");
        this.reader = new DocumentReader(settings, claims, clock);
        this.enricher = new Enricher(EnrichSettings.defaults(), claims);
    }

    /** Takes one document through. */
    public Result take(Document document) {
        return enrich(read(document));
    }

    /** The first stage alone. */
    Read read(Document document) {
        return new Read(reader.parse(document));
    }

    /** The second stage alone. */
    Result enrich(Read read) {
        return switch (read.reading()) {
            case Reading.Buried(var letter) -> new Result.Buried(letter.getMessage());
            case Reading.Places(_, var letter) -> new Result.Buried(letter.get().getMessage());
            case Reading.Articles(var articles, _, _) when !articles.isEmpty() ->
                    enrich(articles.getFirst());
            case Reading.Articles(_, var letters, _) ->
                    new Result.Buried(
                            letters.isEmpty() ? "no items" : letters.getFirst().getMessage());
        };
    }

    private Result enrich(RawArticle raw) {
        var nowhere = new RecordRef(Topics.RAW.name(), 0, 0L);
        return switch (enricher.enrich(new EnrichInput(raw, nowhere, raw.getIngestedAt()))) {
            case EnrichResult.Kept(var article, _) -> new Result.Kept(raw, article);
            case EnrichResult.Rejected(var why) -> new Result.Buried(why.message());
        };
    }
}
