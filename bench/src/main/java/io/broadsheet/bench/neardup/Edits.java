package io.broadsheet.bench.neardup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What other outlets, and later revisions, make of a text. */
final class Edits {

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?\\u3002\\uff01\\uff1f\\u061f])\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String CREDIT =
            " Read more of this on our site. All rights reserved by the publisher, 2026.";

    private final RandomGenerator random;
    private final List<Paper> strangers;

    /**
     * @param strangers whose sentences are put in
     */
    Edits(RandomGenerator random, List<Paper> strangers) {
        this.random = random;
        this.strangers = strangers;
    }

    /** One of each kind. */
    List<Paper> of(Paper paper) {
        String text = paper.text();
        List<Paper> edits = new ArrayList<>();
        edits.add(reprint(paper, "reset", text.toUpperCase(Locale.ROOT).replace(",", " ")));
        edits.add(reprint(paper, "credit", text + CREDIT));
        edits.add(reprint(paper, "cut", dropped(text, 0.2)));
        edits.add(reprint(paper, "longer", inserted(text, 0.2)));
        edits.add(reprint(paper, "replaced", inserted(dropped(text, 0.12), 0.12)));
        edits.add(reprint(paper, "numbers", numbers(text)));
        edits.add(reprint(paper, "typos", typos(text, 0.01)));
        edits.add(reprint(paper, "all", numbers(inserted(dropped(text, 0.08), 0.08) + CREDIT)));
        edits.add(
                paper.edited(
                        "revised",
                        paper.source(),
                        paper.title(),
                        inserted(dropped(text, 0.15), 0.15)));
        edits.add(
                paper.edited(
                        "retitled",
                        paper.source(),
                        paper.title().map(title -> "Update: " + title),
                        inserted(text, 0.05)));
        return edits;
    }

    private Paper reprint(Paper paper, String name, String text) {
        Optional<String> headline = paper.title().map(title -> "Our view: " + title);
        return paper.edited(name, "outlet-" + random.nextInt(40), headline, text);
    }

    /** Without some of its sentences, that share of the text at most; else without its end. */
    private String dropped(String text, double share) {
        List<String> sentences = sentences(text);
        int left = (int) (share * text.length());
        for (int i = sentences.size(); i > 0; i--) {
            int at = random.nextInt(sentences.size());
            if (sentences.get(at).length() <= left) {
                left -= sentences.remove(at).length();
            }
        }
        String kept = String.join(" ", sentences);
        return kept.length() < text.length() * (1 - share / 2)
                ? kept
                : text.substring(0, (int) (text.length() * (1 - share)));
    }

    /** With sentences of other texts, that share of the text at most. */
    private String inserted(String text, double share) {
        List<String> sentences = sentences(text);
        int left = (int) (share * text.length());
        while (left > 0) {
            String other = strangers.get(random.nextInt(strangers.size())).text();
            List<String> others = sentences(other);
            String sentence = others.get(random.nextInt(others.size())) + " ";
            String cut = sentence.substring(0, Math.min(left, sentence.length()));
            sentences.add(random.nextInt(sentences.size() + 1), cut);
            left -= cut.length();
        }
        return String.join(" ", sentences);
    }

    /** Every third number is another one. */
    private String numbers(String text) {
        return NUMBER.matcher(text)
                .replaceAll(found -> random.nextInt(3) == 0 ? "" + another(found) : found.group());
    }

    private int another(MatchResult number) {
        return number.group().length() + random.nextInt(1_000);
    }

    private String typos(String text, double share) {
        var typed = new StringBuilder(text);
        int typos = (int) (share * text.length());
        for (int i = 0; i < typos; i++) {
            typed.setCharAt(random.nextInt(text.length()), 'x');
        }
        return typed.toString();
    }

    private static List<String> sentences(String text) {
        return new ArrayList<>(Arrays.asList(SENTENCE_END.split(text)));
    }
}
