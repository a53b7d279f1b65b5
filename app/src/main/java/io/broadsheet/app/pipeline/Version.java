package io.broadsheet.app.pipeline;

import java.util.Objects;

/** Which version of Broadsheet this is. */
public final class Version {

    private Version() {}

    /** From the jar; {@code dev} when run from classes. */
    public static String current() {
        Package jar = Version.class.getPackage();
        return Objects.requireNonNullElse(jar.getImplementationVersion(), "dev");
    }
}
