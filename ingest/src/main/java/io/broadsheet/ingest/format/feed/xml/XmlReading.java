package io.broadsheet.ingest.format.feed.xml;

import io.broadsheet.runtime.failure.Rejection;

/** What became of reading some XML. */
public sealed interface XmlReading {

    /**
     * A tree.
     *
     * @param root its root element
     * @param problem what is wrong with it and where, if it was read leniently; blank if nothing is
     * @param cutOff whether the document ends in the middle of its last item
     */
    record Tree(XmlElement root, String problem, boolean cutOff) implements XmlReading {

        /** Whether it was not well-formed. */
        public boolean isRecovered() {
            return !problem.isEmpty();
        }
    }

    /** Nothing that could be read, or nothing that may be. */
    record Refused(Rejection rejection) implements XmlReading {}
}
