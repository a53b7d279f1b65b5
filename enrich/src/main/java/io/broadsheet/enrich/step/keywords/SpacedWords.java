package io.broadsheet.enrich.step.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words and names of a language that writes them apart. A capitalised word within a sentence is a
 * name, in German a noun; a run of them is one name. Where nearly all words have capitals, as in
 * headlines, they say nothing.
 */
final class SpacedWords implements Words {

    /** Shorter ones tell little, unless they are names. */
    private static final int WORD_CHARS_MIN = 5;

    private static final int NAME_CHARS_MIN = 2;

    /** More words with capitals, and the text is set in capitals. */
    private static final double CAPITALS_SHARE_MAX = 0.8;

    private static final int NAME_WORDS_MAX = 4;

    /** Each sixth letter at the end of a word may be a matter of grammar. */
    private static final int LETTERS_PER_ENDING = 6;

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

    /** In lower case within names: Bank of England, Rio de Janeiro. */
    private static final Set<String> LINKS =
            Set.of("of", "de", "du", "des", "da", "do", "dos", "del", "della", "di", "van", "von");

    private final Set<String> stopWords;
    private final boolean namesAreRuns;

    /**
     * @param stopWords in lower case
     * @param namesAreRuns whether words with capitals that follow each other are one name
     */
    SpacedWords(Set<String> stopWords, boolean namesAreRuns) {
        this.stopWords = stopWords;
        this.namesAreRuns = namesAreRuns;
    }

    @Override
    public int leadChars() {
        return 240;
    }

    @Override
    public List<Candidate> in(String text) {
        List<SpacedWord> words = SpacedWord.allIn(text);
        List<Candidate> found = new ArrayList<>();
        boolean telling = capitalsTell(words);
        for (int at = 0; at < words.size(); at++) {
            int end = telling && namesAreRuns ? nameEnd(words, at) : at;
            if (end > at) {
                String name = text.substring(words.get(at).start(), words.get(end).end());
                found.add(counted(name, Candidate.NAME));
                at = end;
            } else {
                candidate(words.get(at), telling).ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean capitalsTell(List<SpacedWord> words) {
        List<SpacedWord> full = words.stream().filter(word -> !isStopWord(word)).toList();
        long capitals = full.stream().filter(SpacedWord::isCapitalised).count();
        return capitals <= CAPITALS_SHARE_MAX * full.size();
    }

    private Optional<Candidate> candidate(SpacedWord word, boolean capitalsTell) {
        if (word.hasNoLetters() || isStopWord(word)) {
            return Optional.empty();
        }
        boolean capital = word.isCapitalised() && !word.startsSentence();
        boolean name = capitalsTell && (capital || word.isAcronym());
        int charsMin = name ? NAME_CHARS_MIN : WORD_CHARS_MIN;
        return word.text().length() < charsMin
                ? Optional.empty()
                : Optional.of(counted(word.text(), name ? Candidate.NAME : Candidate.WORD));
    }

    private boolean isStopWord(SpacedWord word) {
        String folded = word.folded();
        int apostrophe = Math.max(folded.indexOf('\''), folded.indexOf('’'));
        return stopWords.contains(folded)
                || (apostrophe > 0 && stopWords.contains(folded.substring(0, apostrophe)));
    }

    /** Where the name that begins here ends, or here if there is none of two words or more. */
    private int nameEnd(List<SpacedWord> words, int start) {
        int end = start;
        if (!partOfName(words.get(start))) {
            return start;
        }
        for (int next = start + 1; follows(words, next, start); next++) {
            if (partOfName(words.get(next))) {
                end = next;
            } else if (!LINKS.contains(words.get(next).text())) {
                break;
            }
        }
        return end;
    }

    private static boolean follows(List<SpacedWord> words, int next, int start) {
        return next < words.size() && next - start < NAME_WORDS_MAX && words.get(next).isAdjacent();
    }

    private boolean partOfName(SpacedWord word) {
        return word.isCapitalised() && !isStopWord(word);
    }

    private static Candidate counted(String written, double weight) {
        String text = POSSESSIVE.matcher(written).replaceFirst("");
        String folded = text.toLowerCase(Locale.ROOT);
        int ending = folded.indexOf(' ') < 0 ? folded.length() / LETTERS_PER_ENDING : 0;
        String root = folded.substring(0, folded.length() - ending);
        return new Candidate(text, root, true, weight);
    }
}
