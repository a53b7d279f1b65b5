package io.broadsheet.syndicate.form;

import java.util.Locale;

/**
 * A media range of a header {@code Accept}.
 *
 * @param range such as {@code application/json} or {@code text/*}
 * @param quality 0 for what is not taken, to 1
 */
record AcceptedType(String range, double quality) {

    private static final String ANY = "*/*";

    static AcceptedType of(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split(";", -1);
        double quality = 1;
        for (String word : words) {
            String parameter = word.strip();
            if (parameter.matches("q=[01](\\.[0-9]{0,3})?")) {
                quality = Double.parseDouble(parameter.substring(2));
            }
        }
        return new AcceptedType(words[0].strip(), quality);
    }

    boolean takes(String mediaType) {
        return range.equals(ANY)
                || range.equals(mediaType)
                || (range.endsWith("/*")
                        && mediaType.startsWith(range.substring(0, range.length() - 1)));
    }
}
