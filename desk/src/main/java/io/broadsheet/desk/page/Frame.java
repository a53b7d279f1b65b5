package io.broadsheet.desk.page;

import io.broadsheet.desk.door.Visitor;

import java.time.Instant;

/**
 * What is around every page.
 *
 * @param tab which of them is open
 * @param title of the page
 * @param self path and query of the page
 * @param now what times are told relative to
 * @param visitor who looks
 * @param version of the software
 */
public record Frame(
        Tab tab, String title, String self, Instant now, Visitor visitor, String version) {

    /** The same address, but for JSON. */
    public String json() {
        return self + (self.contains("?") ? "&" : "?") + "as=json";
    }
}
