package io.broadsheet.desk.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.desk.page.Field;
import io.broadsheet.desk.page.Words;
import io.broadsheet.operate.trace.Stop;
import io.broadsheet.operate.trace.StopKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of an article.
 *
 * @param id articleId
 * @param stops where it was, in order
 * @param enriched the latest version; empty if there is none
 * @param raw what the source said last; empty if its record is gone
 * @param versions all that are there, the latest first
 * @param flags of the latest version, with their meaning
 * @param cluster who says nearly the same; empty if nobody does
 */
public record ArticleView(
        String id,
        List<StopLine> stops,
        Optional<JsonNode> enriched,
        Optional<JsonNode> raw,
        List<JsonNode> versions,
        List<FlagLine> flags,
        Optional<JsonNode> cluster) {

    /**
     * A stop.
     *
     * @param kind in a word
     * @param time when
     * @param place topic/partition/offset
     * @param summary for people
     * @param record under the contract's names
     */
    public record StopLine(
            String kind, Instant time, String place, String summary, ObjectNode record) {}

    /**
     * A flag.
     *
     * @param code of it
     * @param severity how much it matters
     * @param field what it is about
     * @param detail what was found
     * @param meaning in the words of the documentation
     */
    public record FlagLine(
            String code, String severity, String field, String detail, Words.Meaning meaning) {}

    static ArticleView of(String id, List<Stop> stops, Optional<ObjectNode> cluster, Words words) {
        Optional<JsonNode> enriched = last(stops, StopKind.ENRICHED);
        return new ArticleView(
                id,
                stops.stream().map(ArticleView::line).toList(),
                enriched,
                last(stops, StopKind.RAW),
                versions(stops),
                enriched.map(record -> flags(record, words)).orElse(List.of()),
                cluster.map(JsonNode.class::cast));
    }

    private static StopLine line(Stop stop) {
        return new StopLine(
                stop.kind().word(),
                stop.time(),
                stop.place().toString(),
                stop.summary(),
                stop.record());
    }

    private static Optional<JsonNode> last(List<Stop> stops, StopKind kind) {
        List<JsonNode> all = of(stops, kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static List<JsonNode> versions(List<Stop> stops) {
        return new ArrayList<>(of(stops, StopKind.REVISION)).reversed();
    }

    private static List<JsonNode> of(List<Stop> stops, StopKind kind) {
        return stops.stream()
                .filter(stop -> stop.kind() == kind && stop.record().has("articleId"))
                .map(stop -> (JsonNode) stop.record())
                .toList();
    }

    private static List<FlagLine> flags(JsonNode article, Words words) {
        return Field.each(article, "quality").stream()
                .map(flag ->
                        new FlagLine(
                                Field.text(flag, "code"),
                                Field.text(flag, "severity"),
                                Field.text(flag, "field"),
                                Field.text(flag, "detail"),
                                words.of(Field.text(flag, "code"))
                                        .orElse(new Words.Meaning("", ""))))
                .toList();
    }
}
