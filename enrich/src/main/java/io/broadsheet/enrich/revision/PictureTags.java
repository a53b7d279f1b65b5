package io.broadsheet.enrich.revision;

import io.broadsheet.web.markup.TagNames;

/** The tags of pictures in markup. Looks from tag to tag, since each article is gone through. */
final class PictureTags {

    private static final String[] NAMES = {"img", "picture", "source"};

    private PictureTags() {}

    /** Markup without them; what stands in them, as captions do, stays. */
    static String removedFrom(String markup) {
        var kept = new StringBuilder();
        int from = 0;
        int tag = markup.indexOf('<');
        while (tag >= 0) {
            int end = isPicture(markup, tag) ? markup.indexOf('>', tag) : -1;
            if (end >= 0) {
                kept.append(markup, from, tag);
                from = end + 1;
            }
            tag = markup.indexOf('<', Math.max(tag, end) + 1);
        }
        return from == 0 ? markup : kept.append(markup, from, markup.length()).toString();
    }

    private static boolean isPicture(String markup, int tag) {
        int start = markup.startsWith("/", tag + 1) ? tag + 2 : tag + 1;
        for (String name : NAMES) {
            if (TagNames.isAt(markup, start, name)) {
                return true;
            }
        }
        return false;
    }
}
