package io.broadsheet.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

import java.util.Set;

/**
 * Makes Avro trust the generated classes of the contract.
 *
 * <p>Avro 1.12.2 refuses to instantiate any class that is not on its list, generated ones included
 * (AVRO-4189), wherever it goes from a schema to a class: in readers, and in builders that copy a
 * record. Whoever uses {@link Topics} or a serde need not care; who only copies records calls
 * {@link #trust()} first.
 */
public final class ContractClasses {

    private static final Set<String> PACKAGES =
            Set.of("io.broadsheet.v1", "io.broadsheet.state.v1");

    static {
        // Added to what others already trust: this library is a guest in its subscribers' JVMs.
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(), ContractClasses::isOurs));
    }

    private ContractClasses() {}

    /** Trusts records and enums of the contract and of the state stores, once for this JVM. */
    public static void trust() {
        // The class initializer has done it.
    }

    private static boolean isOurs(Class<?> type) {
        return PACKAGES.contains(type.getPackageName())
                && (type.isEnum() || SpecificRecord.class.isAssignableFrom(type));
    }
}
