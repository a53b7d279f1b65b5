package io.broadsheet.ingest.profile;

import java.util.Optional;

/** A generator of documents whose habits we know. It decides what positions and odd values mean. */
public enum Profile {
    /** Nothing is assumed: every key means what it says. */
    PLAIN("plain", "front-matter"),
    /**
     * A script that writes one Hexo post for each item of an RSSHub feed. Categories are platform,
     * source, section; nothing in its front matter is escaped but braces; a date without a zone is
     * the time of its run.
     */
    RSSHUB_HEXO("rsshub-hexo", "hexo");

    private final String text;
    private final String namespace;

    Profile(String text, String namespace) {
        this.text = text;
        this.namespace = namespace;
    }

    /** The profile of that name, as settings and command lines write it. */
    public static Optional<Profile> named(String name) {
        for (Profile profile : values()) {
            if (profile.text.equals(name)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /** Its name in settings. */
    public String text() {
        return text;
    }

    /** What comes before the colon in keys of extensions. */
    public String namespace() {
        return namespace;
    }
}
