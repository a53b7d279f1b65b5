package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Absent;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Fields;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Items;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The keys of one document, taken one after the other; what nobody takes is left over. */
final class Keys {

    private final Map<String, FrontMatterEntry> left = new LinkedHashMap<>();

    Keys(FrontMatterShape shape) {
        for (FrontMatterEntry entry : shape.entries()) {
            String name = KnownKeys.canonical(entry.key());
            if (left.putIfAbsent(name, entry) != null) {
                left.put(entry.key(), entry);
            }
        }
    }

    /** Takes the first of the names whose value reads as something. */
    <T> Optional<T> take(List<String> names, Function<FrontMatterEntry, Optional<T>> reading) {
        for (String name : names) {
            FrontMatterEntry entry = left.get(name);
            Optional<T> read = entry == null ? Optional.empty() : reading.apply(entry);
            if (read.isPresent()) {
                left.remove(name);
                return read;
            }
        }
        return Optional.empty();
    }

    /** Takes the first of the names whose value is text that passes. */
    Optional<String> takeText(List<String> names, Predicate<String> passes) {
        return take(names, e -> e.value().text().map(Braces::decode).filter(passes));
    }

    /** Takes all texts under the first of the names that has any, lists within lists laid flat. */
    List<String> takeTexts(List<String> names) {
        return take(names, e -> Optional.of(texts(e.value())).filter(l -> !l.isEmpty()))
                .orElse(List.of());
    }

    /** What was not taken, in order. */
    Iterable<FrontMatterEntry> rest() {
        return List.copyOf(left.values());
    }

    /** All texts in a value, in order; a map gives its keys' own text form {@code key: value}. */
    static List<String> texts(FrontMatterValue value) {
        List<String> texts = new ArrayList<>();
        collect(value, texts);
        return texts;
    }

    private static void collect(FrontMatterValue value, List<String> texts) {
        switch (value) {
            case Absent _ -> {}
            case Text(String text) ->
                    Optional.of(text)
                            .filter(t -> !t.isBlank())
                            .map(Braces::decode)
                            .ifPresent(texts::add);
            case Items(var items) -> items.forEach(item -> collect(item, texts));
            case Fields(var entries) ->
                    entries.forEach(e ->
                            texts.add(
                                    Braces.decode(e.key() + ": " + e.value().text().orElse(""))
                                            .strip()));
        }
    }
}
