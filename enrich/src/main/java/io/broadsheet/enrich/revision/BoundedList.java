package io.broadsheet.enrich.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Lists in a state store that never grow beyond a bound: the oldest entries give way. */
final class BoundedList {

    /** As many entries as are kept. */
    static final int ENTRIES_MAX = 32;

    /** Longer entries are left out. */
    private static final int ENTRY_CHARS_MAX = 2_048;

    private BoundedList() {}

    /** All entries of both, each once, in order; only the last {@link #ENTRIES_MAX}. */
    static List<String> union(List<String> older, List<String> newer) {
        var all = new LinkedHashSet<>(older);
        all.addAll(newer);
        all.removeIf(entry -> entry.length() > ENTRY_CHARS_MAX);
        var list = new ArrayList<>(all);
        return list.subList(Math.max(0, list.size() - ENTRIES_MAX), list.size());
    }
}
