package io.broadsheet.ingest.format.frontmatter;

/**
 * A key and its value.
 *
 * @param key as written
 * @param line of the key in the document, from 1
 */
record FrontMatterEntry(String key, FrontMatterValue value, int line) {}
