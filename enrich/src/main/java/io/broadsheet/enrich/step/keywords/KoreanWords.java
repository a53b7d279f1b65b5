package io.broadsheet.enrich.step.keywords;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/** Nouns and names of Korean without their particles, by Nori's dictionary. */
final class KoreanWords implements Words {

    @Override
    public List<Candidate> in(String text) {
        NounRuns runs = new NounRuns(text);
        try (Tokenizer tokens =
                new KoreanTokenizer(
                        KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                        null,
                        DecompoundMode.NONE,
                        false)) {
            tokens.setReader(new StringReader(text));
            var part = tokens.getAttribute(PartOfSpeechAttribute.class);
            var offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                double weight = weight(part.getLeftPOS());
                if (weight > 0) {
                    runs.noun(offset.startOffset(), offset.endOffset(), weight);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string that cannot be read", e);
        }
        return runs.all();
    }

    private static double weight(POS.Tag part) {
        return switch (part) {
            case NNP -> Candidate.NAME;
            case NNG, XSN, SL -> Candidate.NOUN;
            default -> 0;
        };
    }
}
