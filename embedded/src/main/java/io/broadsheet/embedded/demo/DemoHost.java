package io.broadsheet.embedded.demo;

import java.util.Locale;

/**
 * The hosts of the demo. What one host is known for (it is slow, it wants a Referer, it asks to be
 * left alone) must not colour the pictures of another, so each habit has a name of its own. All are
 * under {@code localhost}, which is this machine for browsers and for us.
 */
enum DemoHost {
    /** Sound pictures, and such as are sound but of little use. */
    PICTURES,
    /** Over http only. */
    PLAIN,
    /** Refuses whoever comes from another site. */
    HOTLINK,
    /** Refuses whoever does not come from its own site. */
    MEMBERS,
    /** Has lost, locked or spoilt what it once had. */
    ATTIC,
    /** Asks to be left alone for an hour. */
    BUSY,
    /** Asks to be left alone, and does not say how long. */
    CROWDED,
    /** Sends a byte now and then. */
    SLOW,
    /** Sends one picture for all. */
    SAME,
    /** Listens on no port. */
    CLOSED;

    /** Its name in URLs. */
    String hostName() {
        return name().toLowerCase(Locale.ROOT) + ".localhost";
    }
}
