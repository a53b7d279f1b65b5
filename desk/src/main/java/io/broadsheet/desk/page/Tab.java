package io.broadsheet.desk.page;

/** The tabs, in their order. */
public enum Tab {
    /** Topics, lag, account, health. */
    FLOW("Flow", "/", "f"),
    /** What came out. */
    ARTICLES("Articles", "/articles", "a"),
    /** Where it came from. */
    SOURCES("Sources", "/sources", "s"),
    /** What their pictures are worth. */
    IMAGES("Images", "/images", "i"),
    /** What went wrong. */
    LETTERS("Dead letters", "/letters", "d"),
    /** A page that is under no tab. */
    NONE("", "", "");

    private final String words;
    private final String path;
    private final String key;

    Tab(String words, String path, String key) {
        this.words = words;
        this.path = path;
        this.key = key;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Where it is. */
    public String path() {
        return path;
    }

    /** The key that opens it, after {@code g}. */
    public String key() {
        return key;
    }
}
