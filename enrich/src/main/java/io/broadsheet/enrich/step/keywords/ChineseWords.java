package io.broadsheet.enrich.step.keywords;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.tokenizer.TraditionalChineseTokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Nouns and names of Chinese, in either script, by HanLP's dictionary and its model of names. */
final class ChineseWords implements Words {

    private static final int CHARS_MIN = 2;

    /** Nouns of all news, whatever it is about. */
    private static final Set<String> EVERYDAY =
            Set.of(
                    "工作", "人员", "人員", "问题", "問題", "情况", "情況", "记者", "記者", "时间", "時間", "时候", "時候",
                    "方面", "原因", "地方", "东西", "東西", "有关", "有關", "部分");

    private final Function<String, List<Term>> segmenter;

    private ChineseWords(Function<String, List<Term>> segmenter) {
        this.segmenter = segmenter;
    }

    static ChineseWords simplified() {
        Segment segment = HanLP.newSegment();
        return new ChineseWords(segment::seg);
    }

    static ChineseWords traditional() {
        return new ChineseWords(TraditionalChineseTokenizer::segment);
    }

    @Override
    public List<Candidate> in(String text) {
        var found = new ArrayList<Candidate>();
        for (Term term : segmenter.apply(text)) {
            String word = term.word.strip();
            double weight = weight(term.nature.toString());
            if (weight > 0 && word.length() >= CHARS_MIN && !EVERYDAY.contains(word)) {
                found.add(Candidate.glued(word, weight));
            }
        }
        return found;
    }

    /**
     * By the part of speech: people, places, institutions, other names; nouns; terms of a field.
     */
    private static double weight(String nature) {
        if (nature.matches("n[rstzi].*")) {
            return Candidate.NAME;
        }
        return nature.startsWith("n") || nature.startsWith("g") || nature.equals("vn")
                ? Candidate.NOUN
                : 0;
    }
}
