package io.broadsheet.ingest.format.feed.xml;

/** Counts while a tree grows, and stops it (RELIABILITY 3.4, class 10). */
final class Growth {

    /** Deeper trees are no feeds. */
    static final int DEPTH_MAX = 100;

    /** Soup that nobody closes nests deeper without being an attack. */
    static final int LENIENT_DEPTH_MAX = 512;

    static final int ATTRIBUTES_MAX = 200;
    static final int ATTRIBUTE_CHARS_MAX = 512 * 1024;
    private static final int ELEMENTS_MAX = 200_000;

    private final int depthMax;
    private int elements;

    Growth(int depthMax) {
        this.depthMax = depthMax;
    }

    void grow(int depth, int attributes) throws XmlLimitException {
        if (depth > depthMax) {
            throw new XmlLimitException("depth", depthMax);
        }
        if (attributes > ATTRIBUTES_MAX) {
            throw new XmlLimitException("number of attributes", ATTRIBUTES_MAX);
        }
        if (++elements > ELEMENTS_MAX) {
            throw new XmlLimitException("number of elements", ELEMENTS_MAX);
        }
    }
}
