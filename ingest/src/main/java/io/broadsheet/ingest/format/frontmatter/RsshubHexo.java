package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Fields;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Items;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Text;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Severity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The habits of the script behind the profile {@code rsshub-hexo} (CONTRACT section 11): its keys,
 * its positions, its quoting, and the date it writes when the feed had none.
 */
final class RsshubHexo {

    private static final Set<String> KEYS =
            Set.of("title", "categories", "author", "comments", "date", "thumbnail");
    private static final String KEY_OF_LATER_GENERATIONS = "headimg";
    private static final String RUN_TIME_FORM = "dddd-dd-dd dd:dd:dd";
    private static final int CATEGORIES_OF_LATER_GENERATIONS = 3;

    private RsshubHexo() {}

    /**
     * Whether a document is surely the script's: its keys and no others, comments off, and its
     * author standing second among two or three categories.
     */
    static boolean wrote(FrontMatterShape shape) {
        Set<String> keys = new HashSet<>();
        shape.entries().forEach(e -> keys.add(e.key()));
        keys.remove(KEY_OF_LATER_GENERATIONS);
        List<String> categories = texts(shape.value("categories"));
        return keys.equals(KEYS)
                && shape.value("comments").text().equals(Optional.of("false"))
                && (categories.size() == 2 || categories.size() == CATEGORIES_OF_LATER_GENERATIONS)
                && Optional.of(categories.get(1)).equals(shape.value("author").text());
    }

    /** The shape with its texts taken as they stand: the script escapes nothing in them. */
    static FrontMatterShape asWritten(Fenced document, FrontMatterShape shape) {
        Map<String, FrontMatterValue> plain = new HashMap<>();
        for (PlainLines block :
                PlainLines.of(document.yaml(), document.firstLine()).orElse(List.of())) {
            if (isOneLine(block) || block.key().equals("categories")) {
                plain.put(block.key(), block.plain());
            }
        }
        plain.keySet().retainAll(Set.of("title", "author", "categories"));
        if (isFlow(shape, plain)) {
            plain.remove("categories");
        }
        List<FrontMatterEntry> entries = new ArrayList<>();
        for (FrontMatterEntry e : shape.entries()) {
            FrontMatterValue value = plain.getOrDefault(e.key(), e.value());
            entries.add(new FrontMatterEntry(e.key(), value, e.line()));
        }
        return new FrontMatterShape(entries, shape.duplicates(), shape.recovered());
    }

    /** Someone wrote {@code [a, b]} by hand: then YAML is right. */
    private static boolean isFlow(FrontMatterShape shape, Map<String, FrontMatterValue> plain) {
        return plain.get("categories") instanceof Text
                && !(shape.value("categories") instanceof Text);
    }

    private static boolean isOneLine(PlainLines block) {
        return block.written().stream().filter(line -> !line.isBlank()).count() == 1;
    }

    /** Platform, source and section, by position. */
    static void apply(FrontMatterShape shape, Draft draft) {
        List<String> categories = texts(shape.value("categories"));
        draft.source().setCollector("RSSHub");
        if (categories.size() >= 2) {
            draft.source().setPlatform(categories.get(0)).setName(categories.get(1));
        }
        if (categories.size() == CATEGORIES_OF_LATER_GENERATIONS) {
            draft.source().setSection(categories.get(2));
        }
        String published = draft.article().getPublished();
        if (published != null && isRunTime(published)) {
            draft.publishedByRun();
            draft.flag("DATE_FALLBACK", Severity.WARNING, "published", "time of the script's run");
        }
    }

    private static boolean isRunTime(String date) {
        if (date.length() != RUN_TIME_FORM.length()) {
            return false;
        }
        for (int i = 0; i < date.length(); i++) {
            char form = RUN_TIME_FORM.charAt(i);
            char c = date.charAt(i);
            if (form == 'd' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(FrontMatterValue value) {
        return switch (value) {
            case Items(var items) -> items.stream().flatMap(i -> i.text().stream()).toList();
            case Text(String text) -> List.of(text);
            case FrontMatterValue.Absent _, Fields _ -> List.of();
        };
    }
}
