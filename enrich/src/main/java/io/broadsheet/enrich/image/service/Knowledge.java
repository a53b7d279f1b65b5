package io.broadsheet.enrich.image.service;

/**
 * What the checker knows.
 *
 * @param known the last check of each image
 * @param placeholders which bytes are no picture of anything
 * @param hosts how hosts are to be treated
 */
record Knowledge(KnownImages known, Placeholders placeholders, HostStates hosts) {

    /** Nothing yet, and nobody else to learn from. */
    static Knowledge alone(int knownMax) {
        var hosts = new HostStates(_ -> true, _ -> {});
        return new Knowledge(new KnownImages(knownMax), new Placeholders(hosts), hosts);
    }
}
