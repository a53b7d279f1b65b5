package io.broadsheet.ingest.format.frontmatter;

import java.util.List;

/** What a YAML text turned out to be. */
sealed interface YamlReading {

    /** A map; keys may repeat. */
    record Read(List<FrontMatterEntry> entries) implements YamlReading {}

    /**
     * Not YAML, or not a map.
     *
     * @param line of the document, from 1
     * @param column from 1
     */
    record Broken(int line, int column, String problem) implements YamlReading {}

    /** More than we are willing to read. */
    record OverLimit(String detail) implements YamlReading {}
}
