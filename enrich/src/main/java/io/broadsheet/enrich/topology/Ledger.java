package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RawArticle;

import java.time.Instant;
import java.util.Locale;

/** Writes down what became of a raw record: one entry for each, exactly. */
final class Ledger {

    private Ledger() {}

    /** An entry of that kind, still open for whose it is. */
    static ArticleOutcome.Builder entry(OutcomeKind kind, SourceRecord source, Instant decidedAt) {
        return ArticleOutcome.newBuilder()
                .setKind(kind)
                .setRawRef(source.ref())
                .setDecidedAt(decidedAt);
    }

    /** An entry for an article that is, or already was, out in that version. */
    static ArticleOutcome of(
            OutcomeKind kind, Arrival.RawArrived arrival, int version, Instant decidedAt) {
        return of(kind, arrival.source(), arrival.article(), decidedAt).setVersion(version).build();
    }

    /** An entry for an article, still open for its version. */
    static ArticleOutcome.Builder of(
            OutcomeKind kind, SourceRecord source, RawArticle article, Instant decidedAt) {
        return entry(kind, source, decidedAt)
                .setArticleId(article.getArticleId())
                .setSourceId(article.getSource().getSourceId());
    }

    /** Puts an entry into what is sent, and has it counted then. */
    static void add(Outbox outbox, Burial burial, SourceRecord source, ArticleOutcome entry) {
        String outcome = entry.getKind().name().toLowerCase(Locale.ROOT);
        outbox.whenSent(() -> burial.watch().stage().count(entry.getSourceId(), outcome, 1));
        outbox.add(
                burial.codecs().outcomes(),
                entry.getArticleId(),
                entry,
                TraceHeaders.of(source).with(CloudEventHeaders.of(entry)));
    }
}
