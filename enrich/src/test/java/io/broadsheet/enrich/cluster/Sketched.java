package io.broadsheet.enrich.cluster;

import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.step.fingerprint.FingerprintStep;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ArticleSketch;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Random;

/** An article with its sketch and its bands. */
record Sketched(ArticleSketch sketch, Fingerprint print) {

    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final RecordRef NOWHERE = new RecordRef(Topics.RAW.name(), 0, 0L);

    /** One of that source, seen so many minutes after the first. */
    static Sketched of(String id, String source, int minute, @Nullable String title, String text) {
        Instant seenAt = START.plusSeconds(60L * minute);
        EnrichedArticle article =
                EnrichedArticle.newBuilder()
                        .setArticleId(id)
                        .setVersion(1)
                        .setContentHash("none")
                        .setSource(Source.newBuilder().setSourceId(source).build())
                        .setHeadline(title)
                        .setFirstCreated(seenAt)
                        .setVersionCreated(seenAt)
                        .setRawRef(NOWHERE)
                        .build();
        Fingerprint print = FingerprintStep.of(text).orElseThrow();
        return new Sketched(SketchOf.article(article, print, seenAt), print);
    }

    /** Made-up sentences, the same for the same seed. */
    static String text(int sentences, long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(sentence(random)).append(' ');
        }
        return text.toString();
    }

    private static String sentence(Random random) {
        var sentence = new StringBuilder("The");
        for (int word = 0; word < 12; word++) {
            sentence.append(' ');
            for (int letter = 0; letter < 2 + word % 6; letter++) {
                sentence.append((char) ('a' + random.nextInt(26)));
            }
        }
        return sentence.append('.').toString();
    }
}
