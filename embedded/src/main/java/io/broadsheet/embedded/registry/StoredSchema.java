package io.broadsheet.embedded.registry;

/**
 * A version of a subject.
 *
 * @param version from 1 on, never given twice while the subject exists
 * @param id of the schema, the same in all subjects that hold it
 * @param text the schema in the form of {@link SchemaText}
 * @param deleted softly deleted: hidden, but still found by its id
 */
record StoredSchema(String subject, int version, int id, String text, boolean deleted) {

    StoredSchema asDeleted() {
        return new StoredSchema(subject, version, id, text, true);
    }
}
