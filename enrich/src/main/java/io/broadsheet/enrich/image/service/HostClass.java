package io.broadsheet.enrich.image.service;

import java.util.Locale;

/** How a host stands with us when a check of it ends. */
enum HostClass {
    /** It may be asked. */
    OPEN,
    /** It has asked to be left alone. */
    BLOCKED,
    /** It has failed so often that it is left alone. */
    FAILING;

    /** As it stands in metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
