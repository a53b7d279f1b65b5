package io.broadsheet.enrich.image.check;

import io.broadsheet.v1.RefererMode;

import java.util.Optional;

/**
 * What was learned about a host and need not be asked for each of its images.
 *
 * @param workingReferer the Referer without which it refuses; empty if none was found to be needed
 * @param refusesForeign whether it refuses the Referer of a stranger; empty if nobody has tried
 * @param answersSecurely whether it can be reached over https; empty if nobody has tried
 */
public record HostLore(
        Optional<RefererMode> workingReferer,
        Optional<Boolean> refusesForeign,
        Optional<Boolean> answersSecurely) {

    /** Of a host that nobody has met. */
    public static final HostLore NONE =
            new HostLore(Optional.empty(), Optional.empty(), Optional.empty());

    HostLore needing(RefererMode mode) {
        return new HostLore(Optional.of(mode), refusesForeign, answersSecurely);
    }

    HostLore needingNone() {
        return new HostLore(Optional.empty(), refusesForeign, answersSecurely);
    }

    HostLore refusingForeign(boolean refuses) {
        return new HostLore(workingReferer, Optional.of(refuses), answersSecurely);
    }

    HostLore answeringSecurely(boolean answers) {
        return new HostLore(workingReferer, refusesForeign, Optional.of(answers));
    }
}
