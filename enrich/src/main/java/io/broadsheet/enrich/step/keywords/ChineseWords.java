package io.broadsheet.enrich.step.keywords;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Other.DoubleArrayTrieSegment;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Nouns and names of Chinese, in either script, by HanLP's dictionary and its model of names. */
final class ChineseWords implements Words {

    private static final int CHARS_MIN = 2;

    /** Nouns of all news, whatever it is about. */
    private static final Set<String> EVERYDAY =
            Set.of(
                    "工作", "人员", "人員", "问题", "問題", "情况", "情況", "记者", "記者", "时间", "時間", "时候", "時候",
                    "方面", "原因", "地方", "东西", "東西", "有关", "有關", "部分");

    /** Longest words of the dictionary: a tenth of the time, but it knows no names of people. */
    private final Segment plain =
            new DoubleArrayTrieSegment().enablePartOfSpeechTagging(true).enableOffset(true);

    private final Segment telling = HanLP.newSegment().enableOffset(true);
    private final boolean traditional;

    /**
     * @param traditional whether texts are in traditional characters
     */
    ChineseWords(boolean traditional) {
        this.traditional = traditional;
    }

    @Override
    public List<Candidate> in(String text) {
        return candidates(plain, text);
    }

    @Override
    public List<Candidate> inHeadline(String headline) {
        return candidates(telling, headline);
    }

    /** What is found is given as it was written, not as the dictionary has it. */
    private List<Candidate> candidates(Segment segment, String text) {
        List<Candidate> found = new ArrayList<>();
        for (Term term : segment.seg(known(text))) {
            int end = Math.min(text.length(), term.offset + term.length());
            String word = text.substring(Math.min(term.offset, end), end).strip();
            double weight = term.nature == null ? 0 : weight(term.nature.toString());
            if (weight > 0 && word.length() >= CHARS_MIN && !EVERYDAY.contains(word)) {
                found.add(Candidate.glued(word, weight));
            }
        }
        return found;
    }

    /** In the characters of the dictionary, if that keeps every one in its place. */
    private String known(String text) {
        if (!traditional) {
            return text;
        }
        String simplified = HanLP.convertToSimplifiedChinese(text);
        return simplified.length() == text.length() ? simplified : text;
    }

    /**
     * By the part of speech: people, places, institutions, other names; nouns; terms of a field.
     */
    private static double weight(String nature) {
        if (nature.length() > 1
                && nature.charAt(0) == 'n'
                && "rstzi".indexOf(nature.charAt(1)) >= 0) {
            return Candidate.NAME;
        }
        return nature.startsWith("n") || nature.startsWith("g") || nature.equals("vn")
                ? Candidate.NOUN
                : 0;
    }
}
