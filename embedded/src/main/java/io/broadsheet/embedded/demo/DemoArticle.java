package io.broadsheet.embedded.demo;

/** The articles of the demo, by what their images, or they themselves, have to show. */
public enum DemoArticle {
    /** Images that can be shown, some with conditions. */
    SHOWN("shown-en.md"),
    /** Images that their server does not give. */
    WITHHELD("withheld-fr.md"),
    /** Images that come, and are none, or none that could be shown. */
    SPOILT("spoilt-es.md"),
    /** Images that do not come, or not in time. */
    UNREACHED("unreached-ja.md"),
    /** Images that are not asked for at all. */
    UNASKED("unasked-ru.md"),
    /** One image under many names. */
    SAME("same-it.md"),
    /** A post whose date is local time called GMT, and whose lead image lacks its dot. */
    FALSE_GMT("false-gmt-zh.md"),
    /** A page in GBK. */
    GBK_PAGE("gbk-page-zh.html"),
    /** A page whose images are loaded when they come into view. */
    LAZY_PAGE("lazy-page-de.html");

    private final String file;

    DemoArticle(String file) {
        this.file = file;
    }

    /** The name of its file in the inbox. */
    public String file() {
        return file;
    }
}
