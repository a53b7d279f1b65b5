package io.broadsheet.schemas.serde;

import io.broadsheet.schemas.ContractClasses;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;

/**
 * The data model of a generated class, but with arrays as ordinary lists. Avro's own array class
 * compares its elements by a model that knows no logical types: {@code equals} of two records read
 * from Avro would throw as soon as an array holds an instant.
 */
final class PlainLists extends SpecificData {

    static {
        ContractClasses.trust();
    }

    // An array may claim any length; space is made as elements really come.
    private static final int FIRST_ELEMENTS = 16;

    private PlainLists(Class<?> type) {
        super(type.getClassLoader());
        SpecificData.getForClass(type).getConversions().forEach(this::addLogicalTypeConversion);
    }

    static SpecificData of(Class<?> type) {
        return new PlainLists(type);
    }

    @Override
    public Object newArray(@Nullable Object old, int size, Schema schema) {
        if (old instanceof Collection<?> reused) {
            reused.clear();
            return reused;
        }
        return new ArrayList<>(Math.min(size, FIRST_ELEMENTS));
    }
}
