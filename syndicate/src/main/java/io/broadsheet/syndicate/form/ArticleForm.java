package io.broadsheet.syndicate.form;

import io.broadsheet.v1.EnrichedArticle;

/** A way to write one article. A form keeps no state and may be used by many threads at once. */
public interface ArticleForm {

    /** What subscribers ask for it by, such as {@code json}: lower-case letters, digits and -. */
    String name();

    /** The media type of what {@link #write} gives, without parameters. Its text is UTF-8. */
    String mediaType();

    /** The article as one line: without any line break. */
    String write(EnrichedArticle article);
}
