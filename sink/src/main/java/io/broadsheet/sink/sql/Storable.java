package io.broadsheet.sink.sql;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Severity;

import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records with texts that a database can hold. Ingest lets no others through, but it is not the
 * only one who may write to a topic. NUL is removed and a lone surrogate becomes U+FFFD, which a
 * driver would turn into a question mark without a word; an article says so in its quality flags.
 */
public final class Storable {

    private static final char REPLACEMENT = '\uFFFD';

    private int nuls;
    private int surrogates;

    private Storable() {}

    /**
     * The article itself in all but rare cases, else a mended copy. Its id is never mended: another
     * id is another article, so a database that cannot hold it refuses the row.
     */
    public static EnrichedArticle article(EnrichedArticle article) {
        if (isClean(article)) {
            return article;
        }
        var found = new Storable();
        EnrichedArticle copy = EnrichedArticle.newBuilder(article).build();
        found.mend(copy);
        List<QualityFlag> flags = new ArrayList<>(copy.getQuality());
        found.flag(flags, "CONTROL_REMOVED", found.nuls);
        found.flag(flags, "SURROGATE_REPLACED", found.surrogates);
        return EnrichedArticle.newBuilder(copy)
                .setArticleId(article.getArticleId())
                .setQuality(flags)
                .build();
    }

    /** The letter itself in all but rare cases, else a mended copy; its bytes are untouched. */
    public static DeadLetter letter(DeadLetter letter) {
        if (isClean(letter)) {
            return letter;
        }
        DeadLetter copy = DeadLetter.newBuilder(letter).build();
        new Storable().mend(copy);
        return copy;
    }

    private void flag(List<QualityFlag> flags, String code, int count) {
        if (count > 0) {
            flags.add(
                    QualityFlag.newBuilder()
                            .setCode(code)
                            .setSeverity(Severity.WARNING)
                            .setDetail(count + " when stored")
                            .build());
        }
    }

    private static boolean isClean(@Nullable Object value) {
        return switch (value) {
            case String text -> isClean(text);
            case IndexedRecord record -> {
                boolean clean = true;
                for (int i = 0; clean && i < record.getSchema().getFields().size(); i++) {
                    clean = isClean(record.get(i));
                }
                yield clean;
            }
            case Collection<?> items -> items.stream().allMatch(Storable::isClean);
            case Map<?, ?> map -> isClean(map.keySet()) && isClean(map.values());
            case null, default -> true;
        };
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && isLone(text, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLone(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }

    private void mend(IndexedRecord record) {
        for (int i = 0; i < record.getSchema().getFields().size(); i++) {
            record.put(i, mended(record.get(i)));
        }
    }

    private @Nullable Object mended(@Nullable Object value) {
        return switch (value) {
            case String text -> mended(text);
            case IndexedRecord record -> {
                mend(record);
                yield record;
            }
            case Collection<?> items -> {
                List<@Nullable Object> mended = new ArrayList<>(items.size());
                items.forEach(item -> mended.add(mended(item)));
                yield mended;
            }
            case Map<?, ?> map -> {
                Map<@Nullable Object, @Nullable Object> mended = new LinkedHashMap<>();
                map.forEach((key, item) -> mended.put(mended(key), mended(item)));
                yield mended;
            }
            case null -> null;
            default -> value;
        };
    }

    private String mended(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                nuls++;
            } else if (Character.isSurrogate(c) && isLone(text, i)) {
                surrogates++;
                out.append(REPLACEMENT);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
