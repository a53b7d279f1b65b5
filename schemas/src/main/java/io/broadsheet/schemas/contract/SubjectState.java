package io.broadsheet.schemas.contract;

import io.broadsheet.schemas.registry.Compatibility;

/** How a subject of the contract stands at a registry. */
public sealed interface SubjectState {

    /** Nothing is to be done. */
    record Registered(int schemaId) implements SubjectState {}

    /** The subject has no such schema, and would accept it. */
    record Missing() implements SubjectState {}

    /** The subject has other versions, and its rule forbids ours. */
    record Incompatible() implements SubjectState {}

    /**
     * The schema is there, the rule is not the contract's.
     *
     * @param found the rule in force
     */
    record OtherRule(Compatibility found) implements SubjectState {}
}
