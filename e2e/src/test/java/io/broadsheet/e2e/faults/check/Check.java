package io.broadsheet.e2e.faults.check;

import java.util.List;

/** One invariant, or a few that belong together. */
interface Check {

    /** Whatever breaks it. */
    List<Violation> violations(Case all);
}
