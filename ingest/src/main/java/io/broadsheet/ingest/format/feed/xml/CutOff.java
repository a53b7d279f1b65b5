package io.broadsheet.ingest.format.feed.xml;

import java.util.List;

/** Whether a feed was cut off on its way: no more than half of its last item is there then. */
final class CutOff {

    private static final List<String> ITEMS = List.of("item", "entry");
    private static final List<String> ENDS =
            List.of("</item", "</entry", "</channel", "</rss", "</feed", "</rdf");

    private CutOff() {}

    /** Whether nothing that could end the last item comes after its start. */
    static boolean is(String text) {
        int start = lastItem(text);
        if (start < 0) {
            return false;
        }
        for (int at = text.indexOf("</", start); at >= 0; at = text.indexOf("</", at + 2)) {
            if (isEnd(text, at)) {
                return false;
            }
        }
        return true;
    }

    private static int lastItem(String text) {
        for (int at = text.lastIndexOf('<'); at >= 0; at = text.lastIndexOf('<', at - 1)) {
            if (isItem(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isItem(String text, int at) {
        for (String item : ITEMS) {
            int end = at + 1 + item.length();
            if (text.regionMatches(true, at + 1, item, 0, item.length())
                    && end < text.length()
                    && (text.charAt(end) == '>' || text.charAt(end) <= ' ')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(String text, int at) {
        return ENDS.stream().anyMatch(end -> matches(text, at, end));
    }

    /** A prefix before the name does not matter. */
    private static boolean matches(String text, int at, String end) {
        int name = text.indexOf(':', at);
        int from = name > 0 && name - at < 20 ? name + 1 : at + 2;
        String local = end.substring(2);
        return text.regionMatches(true, at + 2, local, 0, local.length())
                || text.regionMatches(true, from, local, 0, local.length());
    }
}
