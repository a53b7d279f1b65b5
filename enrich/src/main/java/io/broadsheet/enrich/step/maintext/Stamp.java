package io.broadsheet.enrich.step.maintext;

/** Lines with the day of an article and perhaps its place and its author, but no sentence. */
final class Stamp {

    private static final int CHARS_MAX = 120;
    private static final int WORDS_MAX = 16;

    private Stamp() {}

    /** Whether a line is a day with its year, and little else. */
    static boolean is(Line line) {
        return line.text().length() <= CHARS_MAX
                && !line.isSentence()
                && (!line.isHeading() || ShownByline.begins(line.text()))
                && line.words() <= WORDS_MAX
                && DateInText.in(line.text()).isPresent();
    }
}
