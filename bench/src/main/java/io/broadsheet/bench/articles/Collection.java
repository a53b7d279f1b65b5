package io.broadsheet.bench.articles;

import java.io.IOException;
import java.nio.file.Path;

/** One collection of pages with what is expected of them, and the measure that it defines. */
interface Collection {

    /** The name of its directory. */
    String name();

    /**
     * Scores all of its pages.
     *
     * @throws IOException if the directory cannot be read
     */
    void score(Path directory, Extractor extractor, Report report) throws IOException;
}
