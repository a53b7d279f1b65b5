package io.broadsheet.embedded.registry;

/** Which versions a request means to see. */
enum Visibility {
    /** Those that are not deleted. */
    VISIBLE,
    /** Softly deleted ones too. */
    ALL,
    /** Softly deleted ones only. */
    DELETED;

    boolean shows(StoredSchema schema) {
        return switch (this) {
            case VISIBLE -> !schema.deleted();
            case ALL -> true;
            case DELETED -> schema.deleted();
        };
    }
}
