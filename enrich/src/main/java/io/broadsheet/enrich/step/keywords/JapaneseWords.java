package io.broadsheet.enrich.step.keywords;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/** Nouns and names of Japanese, compounds in one piece, by Kuromoji's dictionary. */
final class JapaneseWords implements Words {

    private static final String NAME = "名詞-固有名詞";

    @Override
    public List<Candidate> in(String text) {
        NounRuns runs = new NounRuns(text);
        try (Tokenizer tokens = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL)) {
            tokens.setReader(new StringReader(text));
            var part = tokens.getAttribute(PartOfSpeechAttribute.class);
            var offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                double weight = weight(String.valueOf(part.getPartOfSpeech()));
                if (weight > 0) {
                    runs.noun(offset.startOffset(), offset.endOffset(), weight);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string that cannot be read", e);
        }
        return runs.all();
    }

    /** Nouns but for pronouns, numbers and those that only serve others. */
    private static double weight(String part) {
        if (part.startsWith(NAME)) {
            return Candidate.NAME;
        }
        return switch (part) {
            case "名詞-一般", "名詞-サ変接続", "名詞-接尾-一般", "名詞-接尾-地域" -> Candidate.NOUN;
            default -> 0;
        };
    }
}
