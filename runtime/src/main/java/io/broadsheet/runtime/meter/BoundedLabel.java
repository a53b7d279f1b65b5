package io.broadsheet.runtime.meter;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A label whose values come from outside, such as names of sources: the first so many are told
 * apart, all that come later are {@value #OTHER}. So the number of series does not depend on what
 * is sent to us. Safe for any number of threads.
 */
public final class BoundedLabel {

    /** What all values are called that come after the bound is reached. */
    public static final String OTHER = "other";

    /** What is called so that has no value. */
    public static final String UNKNOWN = "unknown";

    private final int valuesMax;
    private final Set<String> values = ConcurrentHashMap.newKeySet();

    /**
     * @param valuesMax how many values are told apart
     */
    public BoundedLabel(int valuesMax) {
        this.valuesMax = valuesMax;
    }

    /** How this value is called. */
    public String of(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return UNKNOWN;
        }
        return values.contains(value) || added(value) ? value : OTHER;
    }

    private synchronized boolean added(String value) {
        return values.contains(value) || (values.size() < valuesMax && values.add(value));
    }
}
