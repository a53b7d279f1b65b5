package io.broadsheet.syndicate.filter;

import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.ImageOutcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads filters from words, and tells all that is wrong with them at once. */
public final class FilterWords {

    /** The parameters of a filter. */
    public static final Set<String> NAMES =
            Set.of("source", "section", "language", "change", "image");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private final List<String> mistakes = new ArrayList<>();

    private FilterWords() {}

    /**
     * Reads a filter.
     *
     * @param words those given for each of {@link #NAMES}
     * @throws IllegalArgumentException saying which are wrong and what would be right
     */
    public static ArticleFilter read(Function<String, ? extends Collection<String>> words) {
        var reader = new FilterWords();
        var filter =
                new ArticleFilter(
                        new LinkedHashSet<>(words.apply("source")),
                        new LinkedHashSet<>(words.apply("section")),
                        reader.languages(words.apply("language")),
                        reader.constants("change", words.apply("change"), ChangeClass.class),
                        reader.constants("image", words.apply("image"), ImageOutcome.class));
        if (!reader.mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", reader.mistakes));
        }
        return filter;
    }

    private Set<String> languages(Collection<String> words) {
        Set<String> languages = new LinkedHashSet<>();
        for (String word : words) {
            if (LANGUAGE.matcher(word).matches()) {
                languages.add(word.toLowerCase(Locale.ROOT));
            } else {
                mistakes.add("language must be a tag of BCP 47, such as zh or pt-BR");
            }
        }
        return languages;
    }

    private <E extends Enum<E>> Set<E> constants(
            String name, Collection<String> words, Class<E> type) {
        Set<E> known = EnumSet.allOf(type);
        Set<E> constants = EnumSet.noneOf(type);
        for (String word : words) {
            String wanted = word.toUpperCase(Locale.ROOT).replace('-', '_');
            known.stream()
                    .filter(it -> it.name().equals(wanted))
                    .findFirst()
                    .ifPresentOrElse(constants::add, () -> mistakes.add(oneOf(name, known)));
        }
        return constants;
    }

    private static String oneOf(String name, Set<? extends Enum<?>> known) {
        return known.stream()
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", name + " must be one of ", ""));
    }
}
