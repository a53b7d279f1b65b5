package io.broadsheet.enrich.step.maintext;

/** Text without what differs between two copies of it: only letters and digits, in lower case. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                folded.append(Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }
}
