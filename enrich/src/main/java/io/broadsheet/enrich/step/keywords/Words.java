package io.broadsheet.enrich.step.keywords;

import java.util.List;

/** Finds the words and names of a text in one language. Safe for many threads. */
interface Words {

    /** Those that may tell what the text is about, in the order of the text, repeated ones too. */
    List<Candidate> in(String text);
}
