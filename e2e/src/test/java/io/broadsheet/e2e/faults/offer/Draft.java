package io.broadsheet.e2e.faults.offer;

import io.broadsheet.runtime.digest.Sha256;

import java.nio.charset.StandardCharsets;

/**
 * An article as its source has it.
 *
 * @param index of the offer that began it
 * @param guid the source's name for it
 * @param title of this text
 * @param words the body
 * @param date as written
 * @param image URL of its image; empty for none
 */
record Draft(int index, String guid, String title, String words, String date, String image) {

    /** All offers are of one source. */
    static final String SOURCE = "faults";

    /** CONTRACT section 7, worked out here a second time. */
    String articleId() {
        return Sha256.id("v1\n" + SOURCE + "\nGUID\n" + guid);
    }

    String text() {
        return title + "\n" + words;
    }

    Draft revised(int number) {
        return new Draft(
                index,
                guid,
                title + ", revision " + number,
                "Revision " + number + ". " + words,
                date,
                image);
    }

    byte[] document() {
        String picture =
                image.isEmpty() ? "" : "<p><img src=\"" + image + "\" alt=\"a chart\"></p>\n";
        return """
        ---
        guid: '%s'
        title: '%s'
        author: Ann Example
        date: %s
        ---
        <p>%s</p>
        %s\
        """
                .formatted(guid, title, date, words, picture)
                .getBytes(StandardCharsets.UTF_8);
    }
}
