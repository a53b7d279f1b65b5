package io.broadsheet.enrich.revision;

import io.broadsheet.enrich.step.Step;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the steps made of a raw article, field by field as text, whatever version of the article it
 * is and however far its images have been checked. Two versions of equal substance differ in
 * nothing that a step decides.
 *
 * @param fields those that have a value; flags by the field that they are about, as {@code
 *     quality.datePublished}
 */
public record Substance(Map<String, String> fields) {

    static final String FLAGS = "quality";

    /** Of a version, of its way here, or decided after the steps. */
    private static final Set<String> NO_SUBSTANCE =
            Set.of(
                    "articleId",
                    "version",
                    "contentHash",
                    "previousContentHash",
                    "change",
                    "changes",
                    "state",
                    "altIds",
                    "firstCreated",
                    "versionCreated",
                    "primaryImageId",
                    "simHash",
                    "cluster",
                    "processors",
                    "rawRef",
                    "backfillId");

    private static final List<Schema.Field> ALL = fields(_ -> true);

    /** How many articles of a source agreed so far: of the moment, not of the article. */
    private static final Pattern LEARNED = Pattern.compile("as learned from \\d+ articles");

    private static final String LEARNED_MARK = "as learned from ";

    /** Keeps its own copy, sorted. */
    public Substance {
        fields = new TreeMap<>(fields);
    }

    /** Of a version as it lies on a topic, or as the steps have just made it. */
    public static Substance of(EnrichedArticle article) {
        return new Substance(texts(article, ALL));
    }

    /** The fields that are of substance and whose name is wanted. */
    static List<Schema.Field> fields(Predicate<String> wanted) {
        return EnrichedArticle.getClassSchema().getFields().stream()
                .filter(field -> !NO_SUBSTANCE.contains(field.name()) && wanted.test(field.name()))
                .toList();
    }

    /** Of some fields alone; those that are not wanted cost nothing. */
    static SortedMap<String, String> texts(EnrichedArticle article, List<Schema.Field> wanted) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (Schema.Field field : wanted) {
            String name = field.name();
            switch (name) {
                case "images" ->
                        put(
                                fields,
                                name,
                                article.getImages().stream().map(Substance::unchecked).toList());
                case FLAGS ->
                        flags(article.getQuality())
                                .forEach((key, flags) -> put(fields, key, flags));
                default -> put(fields, name, article.get(field.pos()));
            }
        }
        return fields;
    }

    /** {@code sha256:<hex>} of all of it. */
    public String digest() {
        return digest(new TreeMap<>(fields));
    }

    /** The same of some fields alone. */
    static String digest(SortedMap<String, String> fields) {
        MessageDigest digest = Sha256.start();
        fields.forEach((name, value) -> {
            digest.update(utf8(name + "\n" + value.length() + "\n"));
            digest.update(utf8(value));
            digest.update((byte) '\n');
        });
        return Sha256.tagged(digest);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The fields in which both differ, sorted. */
    public List<String> differences(Substance other) {
        var names = new TreeSet<>(fields.keySet());
        names.addAll(other.fields.keySet());
        names.removeIf(name -> Objects.equals(fields.get(name), other.fields.get(name)));
        return List.copyOf(names);
    }

    /** The step that decides about a field of a substance; empty for what ingest says. */
    public static Optional<Step> stepOf(String field) {
        return Step.filling(field.startsWith(FLAGS + ".") ? after(field) : field);
    }

    private static String after(String field) {
        return field.substring(FLAGS.length() + 1);
    }

    /** An image as it was before any check, that of its inline data included. */
    private static ArticleImage unchecked(ArticleImage image) {
        return ArticleImage.newBuilder(image)
                .setOutcome(ImageOutcome.UNKNOWN)
                .setVerdict(ImageVerdict.UNKNOWN)
                .setEncodingFormat(null)
                .setWidth(null)
                .setHeight(null)
                .setContentSize(null)
                .setCheckedAt(null)
                .setSuggestion(null)
                .build();
    }

    private static Map<String, List<QualityFlag>> flags(List<QualityFlag> quality) {
        return quality.stream()
                .filter(flag -> !CheckedImages.CODES.contains(flag.getCode()))
                .collect(Collectors.groupingBy(Substance::key, TreeMap::new, Collectors.toList()));
    }

    private static String key(QualityFlag flag) {
        return flag.getField() == null ? FLAGS : FLAGS + "." + flag.getField();
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (!isNothing(value)) {
            fields.put(name, text(value));
        }
    }

    /** A field that a later version of the schema adds, without a value, is no difference. */
    private static boolean isNothing(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Collection<?> items -> items.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case Number number -> number.doubleValue() == 0;
            case Enum<?> symbol -> symbol.name().equals("UNKNOWN");
            default -> false;
        };
    }

    /** To the millisecond, as a topic keeps it, and in one order. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> instant.truncatedTo(ChronoUnit.MILLIS).toString();
            case IndexedRecord record -> {
                List<String> parts = new ArrayList<>();
                for (Schema.Field field : record.getSchema().getFields()) {
                    Object part = record.get(field.pos());
                    if (!isNothing(part)) {
                        parts.add(field.name() + "=" + text(part));
                    }
                }
                yield parts.toString();
            }
            case Collection<?> items -> items.stream().map(Substance::text).toList().toString();
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((key, item) -> sorted.put(String.valueOf(key), text(item)));
                yield sorted.toString();
            }
            case String said ->
                    said.contains(LEARNED_MARK)
                            ? LEARNED.matcher(said).replaceAll("as learned")
                            : said;
            default -> value.toString();
        };
    }
}
