package io.broadsheet.web.markup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One picture in several sizes, as {@code srcset} writes it (HTML, section 4.8.4.2.1). A candidate
 * whose descriptor cannot be read is left out, as browsers do; so is one that is in the URL itself.
 *
 * @param candidates in order
 */
record SourceSet(List<Candidate> candidates) {

    private static final int CANDIDATES_MAX = 100;
    private static final Pattern WIDTH = Pattern.compile("([1-9]\\d{0,5})w(?:\\s+\\d{1,6}h)?");
    private static final Pattern DENSITY = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)x");

    /**
     * One size.
     *
     * @param url as written
     * @param width in pixels; 0 if the set does not say
     * @param density pixels of the picture for one of the page; 1 if the set does not say
     */
    record Candidate(String url, int width, double density) {

        /** Whether the set itself says that it is more than what stands in {@code src}. */
        boolean isLarge() {
            return width > 0 || density > 1;
        }
    }

    /** Reads an attribute; what is no set has no candidates. */
    static SourceSet of(String written) {
        List<Candidate> candidates = new ArrayList<>();
        String rest = written.strip();
        while (!rest.isEmpty() && candidates.size() < CANDIDATES_MAX) {
            String url = rest.substring(0, urlEnd(rest));
            String after = rest.substring(url.length());
            boolean bare = url.endsWith(",");
            String descriptor = bare ? "" : after.substring(0, descriptorEnd(after)).strip();
            rest = bare ? after.strip() : rest(after);
            candidate(withoutCommas(url), descriptor)
                    .filter(it -> !StandIn.is(it.url()))
                    .ifPresent(candidates::add);
        }
        return new SourceSet(List.copyOf(candidates));
    }

    private static String rest(String after) {
        int end = descriptorEnd(after);
        return end < after.length() ? after.substring(end + 1).strip() : "";
    }

    private static int urlEnd(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int descriptorEnd(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? text.length() : comma;
    }

    private static String withoutCommas(String url) {
        int from = 0;
        int to = url.length();
        while (from < to && url.charAt(from) == ',') {
            from++;
        }
        while (to > from && url.charAt(to - 1) == ',') {
            to--;
        }
        return url.substring(from, to);
    }

    private static Optional<Candidate> candidate(String url, String descriptor) {
        if (descriptor.isEmpty()) {
            return Optional.of(new Candidate(url, 0, 1));
        }
        Matcher width = WIDTH.matcher(descriptor);
        if (width.matches()) {
            return Optional.of(new Candidate(url, Integer.parseInt(width.group(1)), 1));
        }
        Matcher density = DENSITY.matcher(descriptor);
        return density.matches()
                ? Optional.of(new Candidate(url, 0, Double.parseDouble(density.group(1))))
                : Optional.empty();
    }

    /** The largest; the first of those that are equal. */
    Optional<Candidate> largest() {
        // A stream's max would take the last of equals.
        return candidates.stream()
                .sorted(
                        Comparator.comparingInt(Candidate::width)
                                .thenComparingDouble(Candidate::density)
                                .reversed())
                .findFirst();
    }
}
