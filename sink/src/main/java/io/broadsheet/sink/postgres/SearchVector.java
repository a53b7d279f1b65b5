package io.broadsheet.sink.postgres;

import io.broadsheet.sink.postgres.Lexemes.Weight;
import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;

/**
 * The words of an article as PostgreSQL's {@code tsvector}. Scripts that are written without spaces
 * give overlapping pairs of characters, so that Chinese is found as well as English without a
 * dictionary and without an extension. Compatibility forms, case and accents do not count.
 *
 * <p>The SQL function {@code search_query} in the migrations reads a question in the same way; both
 * must change together.
 */
final class SearchVector {

    /** A tsvector ends at 1 MB; 200 kB of text stay far below, whatever they hold. */
    private static final int TEXT_BYTES_MAX = 200 * 1024;

    private static final int WORD_LENGTH_MAX = 64;

    private final Lexemes lexemes = new Lexemes();
    private int bytesLeft = TEXT_BYTES_MAX;

    private SearchVector() {}

    /** The vector; null if nothing shall be found. */
    static @Nullable Lexemes of(EnrichedArticle article, SearchDepth depth) {
        if (depth == SearchDepth.OFF) {
            return null;
        }
        var vector = new SearchVector();
        vector.add(article.getHeadline(), Weight.A);
        vector.add(article.getAlternativeHeadline(), Weight.A);
        vector.add(article.getDescription(), Weight.B);
        article.getKeywords().forEach(keyword -> vector.add(keyword, Weight.B));
        for (Agent author : article.getAuthor()) {
            vector.add(author.getName(), Weight.B);
        }
        if (depth == SearchDepth.FULL) {
            vector.add(article.getArticleBody(), Weight.D);
        }
        return vector.lexemes;
    }

    private void add(@Nullable String given, Weight weight) {
        String text = given == null ? "" : folded(given);
        int at = 0;
        while (at < text.length() && bytesLeft > 0) {
            Script script = Script.of(text.codePointAt(at));
            int end = endOfRun(text, at, script);
            switch (script) {
                case SPACED -> word(text, at, end, weight);
                case UNSPACED -> pairs(text, at, end, weight);
                case BETWEEN -> {}
            }
            at = end;
        }
    }

    /** Also where the text ends that is looked at. */
    private int endOfRun(String text, int from, Script script) {
        int at = from;
        while (at < text.length() && bytesLeft > 0) {
            int c = text.codePointAt(at);
            if (Script.of(c) != script) {
                break;
            }
            at += Character.charCount(c);
            bytesLeft -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        return at;
    }

    private void word(String text, int from, int to, Weight weight) {
        int length = text.codePointCount(from, to);
        int end = length <= WORD_LENGTH_MAX ? to : text.offsetByCodePoints(from, WORD_LENGTH_MAX);
        lexemes.add(text.substring(from, end), weight);
    }

    private void pairs(String text, int from, int to, Weight weight) {
        int at = from;
        int next = at + Character.charCount(text.codePointAt(at));
        if (next == to) {
            lexemes.add(text.substring(at, to), weight);
        }
        while (next < to) {
            int end = next + Character.charCount(text.codePointAt(next));
            lexemes.add(text.substring(at, end), weight);
            at = next;
            next = end;
        }
    }

    private static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c < '\u0300' || c > '\u036f') {
                bare.append(c);
            }
        }
        String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
        StringBuilder lower = new StringBuilder(composed.length());
        composed.codePoints()
                .map(c -> c == 'ς' ? 'σ' : Character.toLowerCase(c))
                .forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
