package io.broadsheet.embedded.registry;

/**
 * A request that the registry refuses, with the HTTP status and Confluent's error code. An
 * exception although it is expected: it is caught in one place only, where it becomes the answer.
 */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RefusedException(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RefusedException subjectNotFound(String subject) {
        return new RefusedException(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RefusedException versionNotFound(String version) {
        return new RefusedException(404, 40402, "Version " + version + " not found.");
    }

    static RefusedException schemaNotFound(String which) {
        return new RefusedException(404, 40403, "Schema " + which + "not found");
    }

    static RefusedException subjectSoftDeleted(String subject) {
        return new RefusedException(
                404,
                40404,
                "Subject '%s' was soft deleted. Set permanent=true to delete permanently"
                        .formatted(subject));
    }

    static RefusedException subjectNotSoftDeleted(String subject) {
        return new RefusedException(
                404,
                40405,
                "Subject '%s' was not deleted first before being permanently deleted"
                        .formatted(subject));
    }

    static RefusedException versionSoftDeleted(StoredSchema schema) {
        return new RefusedException(
                404,
                40406,
                "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently"
                        .formatted(schema.subject(), schema.version()));
    }

    static RefusedException versionNotSoftDeleted(StoredSchema schema) {
        return new RefusedException(
                404,
                40407,
                "Subject '%s' Version %d was not deleted first before being permanently deleted"
                        .formatted(schema.subject(), schema.version()));
    }

    static RefusedException levelNotConfigured(String subject) {
        return new RefusedException(
                404,
                40408,
                "Subject '%s' does not have subject-level compatibility configured"
                        .formatted(subject));
    }

    static RefusedException modeNotConfigured(String subject) {
        return new RefusedException(
                404,
                40409,
                "Subject '%s' does not have subject-level mode configured".formatted(subject));
    }

    static RefusedException incompatible(String subject, Object details) {
        return new RefusedException(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
                        .formatted(subject, details));
    }

    static RefusedException invalidSchema(String why) {
        return new RefusedException(422, 42201, "Invalid schema: " + why);
    }

    static RefusedException invalidVersion(String version) {
        return new RefusedException(
                422,
                42202,
                "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""
                        .formatted(version));
    }

    static RefusedException invalidLevel(String level) {
        return new RefusedException(
                422,
                42203,
                "Invalid compatibility level '%s'. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive"
                        .formatted(level));
    }

    static RefusedException malformed(String why) {
        return new RefusedException(400, 400, "The request is malformed: " + why);
    }

    static RefusedException foreign(String why) {
        return new RefusedException(403, 403, why);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
