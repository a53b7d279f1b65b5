package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.step.date.OffsetSigns;
import io.broadsheet.enrich.step.date.Retrieval;
import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.state.v1.SourceOffsets;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the articles of one partition said about the declared dates of their sources. Each partition
 * learns for itself from what it sees, which needs no other partition's word (ADR 0016). Where one
 * sourceId collects many outlets, each outlet has a clock of its own. Used by one thread.
 */
final class SourceClocks {

    /** Sources beyond these are not learned about: an inbox may name any number of outlets. */
    static final int SOURCES_MAX = 10_000;

    private static final int SIGNS_MAX = 16;
    private static final int NAME_CHARS_MAX = 200;

    private final KeyValueStore<String, SourceOffsets> sources;
    private int count;

    /** Counts once what is known already: the store itself only estimates. */
    SourceClocks(KeyValueStore<String, SourceOffsets> sources) {
        this.sources = sources;
        try (KeyValueIterator<String, SourceOffsets> all = sources.all()) {
            all.forEachRemaining(_ -> count++);
        }
    }

    /** What the latest articles of a source said, the latest last. */
    List<OffsetSign> signs(Source source) {
        return known(source).map(SourceOffsets::getSigns).orElse(List.of());
    }

    /** Remembers what an article that was not seen before says, if it says anything. */
    void learn(RawArticle raw, EnrichedArticle article) {
        OffsetSigns.of(article.getDateEvidence(), Retrieval.of(raw))
                .ifPresent(sign -> remember(raw.getSource(), sign));
    }

    private void remember(Source source, OffsetSign sign) {
        Optional<SourceOffsets> known = known(source);
        if (known.isEmpty() && count >= SOURCES_MAX) {
            return;
        }
        List<OffsetSign> signs =
                new ArrayList<>(known.map(SourceOffsets::getSigns).orElse(List.of()));
        signs.add(sign);
        int from = Math.max(0, signs.size() - SIGNS_MAX);
        sources.put(
                key(source),
                SourceOffsets.newBuilder()
                        .setSigns(List.copyOf(signs.subList(from, signs.size())))
                        .build());
        count += known.isEmpty() ? 1 : 0;
    }

    private Optional<SourceOffsets> known(Source source) {
        return Optional.ofNullable(sources.get(key(source)));
    }

    /** Under which a source is remembered. */
    static String key(Source source) {
        return Optional.ofNullable(source.getName())
                .map(name -> name.substring(0, Math.min(name.length(), NAME_CHARS_MAX)))
                .map(name -> source.getSourceId() + "\n" + name)
                .orElse(source.getSourceId());
    }
}
