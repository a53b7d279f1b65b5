package io.broadsheet.operate.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.ingest.publish.RecordWriter;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.LetterBox;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.web.url.RegistrableHost;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Every stop of an article, read from the topics. Where a topic is keyed by something known, only
 * the partitions of those keys are read.
 */
public final class ArticleTrace implements AutoCloseable {

    private final Cluster cluster;
    private final KeyedRecords records;

    /**
     * @param cluster where the topics are
     */
    public ArticleTrace(Cluster cluster) {
        this.cluster = cluster;
        this.records = new KeyedRecords(cluster);
    }

    /**
     * The ids of the articles that are meant; several may share a file or a URL. An id is taken at
     * its word, anything else is looked for in all raw records.
     */
    public Set<String> ids(Sought sought) {
        if (sought.isId()) {
            return Set.of(sought.text());
        }
        Set<String> ids = new TreeSet<>();
        try (LogScan scan = cluster.scan()) {
            scan.readAll(
                    cluster.partitions(StopKind.RAW.topic()),
                    record -> {
                        String key = Objects.requireNonNullElse(Keys.text(record.key()), "");
                        if (key.equals(sought.text())
                                || sought.matches(records.stop(StopKind.RAW, record).record())) {
                            ids.add(key);
                        }
                        return Next.GO_ON;
                    });
        }
        ids.remove("");
        return ids;
    }

    /** The stops of an article, in order; empty if there is none. */
    public List<Stop> of(String articleId) {
        Set<String> id = Set.of(articleId);
        List<Stop> raw = raw(articleId);
        List<Stop> stops = new ArrayList<>(raw);
        List<Stop> versions = new ArrayList<>(records.of(StopKind.REVISION, id));
        versions.addAll(records.of(StopKind.ENRICHED, id));
        stops.addAll(versions);
        stops.addAll(records.of(StopKind.REPROCESS, id));
        stops.addAll(records.of(StopKind.OUTCOME, id));
        stops.addAll(records.of(StopKind.RESULT, id));
        stops.addAll(images(articleId, versions));
        stops.addAll(records.of(StopKind.CURSOR, documents(raw)));
        stops.addAll(letters(letter -> concerns(letter, articleId, raw)));
        stops.sort(Stop.IN_ORDER);
        return stops;
    }

    /** The version that is kept as the latest; empty if there is none, or it was deleted. */
    public Optional<ObjectNode> latest(String articleId) {
        return records.of(StopKind.ENRICHED, Set.of(articleId)).stream()
                .max(Stop.IN_ORDER)
                .map(Stop::record)
                .filter(record -> record.has("articleId"));
    }

    private List<Stop> raw(String articleId) {
        List<Stop> raw = records.of(StopKind.RAW, Set.of(articleId));
        // Another program may place keys elsewhere.
        return raw.isEmpty() ? records.anywhere(StopKind.RAW, articleId::equals) : raw;
    }

    /** The stops of a document that never became an article; empty if there is none. */
    public List<Stop> ofDocument(Sought sought) {
        List<Stop> stops = new ArrayList<>();
        stops.addAll(
                letters(letter ->
                        letter.getDeadLetterId().equals(sought.text())
                                || (letter.getUrl() != null && sought.matches(letter.getUrl()))));
        stops.addAll(
                records.anywhere(
                        StopKind.CURSOR,
                        key -> sought.matches(key.substring(key.indexOf(' ') + 1))));
        stops.sort(Stop.IN_ORDER);
        return stops;
    }

    private List<Stop> images(String articleId, List<Stop> versions) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> hosts = new LinkedHashSet<>();
        for (Stop version : versions) {
            for (JsonNode image : version.record().path("images")) {
                String id = image.path("imageId").asText();
                ids.add(id);
                hosts.add(RegistrableHost.of(checkedUrl(image)).orElse(id));
            }
        }
        List<Stop> stops = new ArrayList<>(records.of(StopKind.CHECK, ids));
        records.of(StopKind.REQUEST, hosts).stream()
                .filter(it -> it.record().path("articleId").asText().equals(articleId))
                .forEach(stops::add);
        return stops;
    }

    private static String checkedUrl(JsonNode image) {
        JsonNode content = image.path("contentUrl");
        return (content.isTextual() ? content : image.path("url")).asText();
    }

    private static Set<String> documents(List<Stop> raw) {
        Set<String> keys = new LinkedHashSet<>();
        for (Stop stop : raw) {
            String source = stop.record().at("/source/sourceId").asText();
            keys.add(
                    RecordWriter.cursorKey(source, stop.record().at("/fetch/requestUrl").asText()));
        }
        return keys;
    }

    /** Letters are rare, so all are looked at. */
    private List<Stop> letters(Predicate<DeadLetter> which) {
        List<FoundLetter> letters = new ArrayList<>();
        new LetterBox(cluster, List.of())
                .each(found -> {
                    if (which.test(found.letter())) {
                        letters.add(found);
                    }
                });
        List<Stop> stops = new ArrayList<>();
        if (letters.isEmpty()) {
            return stops;
        }
        Map<String, DeadLetterStatus> statuses = new LetterBox(cluster, List.of()).statuses();
        for (FoundLetter found : letters) {
            Optional<DeadLetterStatus> status =
                    Optional.ofNullable(statuses.get(found.facts().id()));
            stops.add(
                    new Stop(
                            StopKind.LETTER,
                            found.facts().failedAt(),
                            found.place(),
                            found.json(status),
                            TraceId.in(found.letter())));
        }
        Collection<String> ids = letters.stream().map(it -> it.facts().id()).distinct().toList();
        stops.addAll(records.of(StopKind.STATUS, ids));
        return stops;
    }

    private static boolean concerns(DeadLetter letter, String articleId, List<Stop> raw) {
        RecordRef origin = letter.getOrigin();
        return articleId.equals(letter.getArticleId())
                || (letter.getOriginalKey() != null
                        && StandardCharsets.UTF_8
                                .decode(letter.getOriginalKey().duplicate())
                                .toString()
                                .equals(articleId))
                || (origin != null
                        && raw.stream().anyMatch(stop -> stop.place().equals(Place.of(origin))))
                || (origin == null && isOfDocument(letter, raw));
    }

    private static boolean isOfDocument(DeadLetter letter, List<Stop> raw) {
        return letter.getUrl() != null
                && raw.stream()
                        .anyMatch(stop ->
                                letter.getUrl()
                                                .equals(
                                                        stop.record()
                                                                .at("/fetch/requestUrl")
                                                                .asText())
                                        && Objects.equals(
                                                letter.getSourceId(),
                                                stop.record().at("/source/sourceId").asText()));
    }

    @Override
    public void close() {
        records.close();
    }
}
