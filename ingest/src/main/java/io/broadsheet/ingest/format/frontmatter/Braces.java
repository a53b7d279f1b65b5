package io.broadsheet.ingest.format.frontmatter;

/**
 * Braces that a generator wrote as entities in the whole file, because its template engine would
 * have read them. Only these are turned back: any other entity is what the source itself said.
 */
final class Braces {

    private Braces() {}

    /** The text with the entities number 123 and 125 decoded, once. */
    static String decode(String text) {
        return text.indexOf('&') < 0 ? text : text.replace("&#123;", "{").replace("&#125;", "}");
    }
}
