package io.broadsheet.app.image;

import io.broadsheet.v1.ImageCheck;

/** What a look at one image came to. */
public sealed interface Looked {

    /** A verdict. */
    record Judged(ImageCheck check) implements Looked {}

    /**
     * None.
     *
     * @param name of the image, as given
     * @param reason for a person: what is in the way, and what to do
     */
    record Unreadable(String name, String reason) implements Looked {}
}
