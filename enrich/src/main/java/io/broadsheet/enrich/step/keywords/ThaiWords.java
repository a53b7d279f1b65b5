package io.broadsheet.enrich.step.keywords;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words of Thai, which writes none apart, by ICU's dictionary. */
final class ThaiWords implements Words {

    private static final int CHARS_MIN = 4;

    private final Set<String> stopWords;
    private final BreakIterator breaks = BreakIterator.getWordInstance(new ULocale("th"));

    ThaiWords(Set<String> stopWords) {
        this.stopWords = stopWords;
    }

    @Override
    public List<Candidate> in(String text) {
        BreakIterator own = breaks.clone();
        own.setText(text);
        List<Candidate> found = new ArrayList<>();
        int start = own.first();
        for (int end = own.next(); end != BreakIterator.DONE; end = own.next()) {
            String word = text.substring(start, end);
            boolean letters = own.getRuleStatus() >= BreakIterator.WORD_LETTER;
            if (letters && word.length() >= CHARS_MIN && !stopWords.contains(word)) {
                found.add(Candidate.glued(word, Candidate.NOUN));
            }
            start = end;
        }
        return found;
    }
}
