package io.broadsheet.enrich.step.keywords;

import java.util.List;

/** Finds the words and names of a text in one language. Safe for many threads. */
interface Words {

    /**
     * How many characters of the body are looked at for candidates: what an article is about stands
     * at its beginning, and dictionaries are dear.
     */
    default int leadChars() {
        return 120;
    }

    /** Those that may tell what the text is about, in the order of the text, repeated ones too. */
    List<Candidate> in(String text);

    /** The same of a headline, which is short and names what it is about: worth a closer look. */
    default List<Candidate> inHeadline(String headline) {
        return in(headline);
    }
}
