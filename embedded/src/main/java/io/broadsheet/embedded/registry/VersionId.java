package io.broadsheet.embedded.registry;

import java.util.List;

/** A version as a request names it: a number, or the latest. */
record VersionId(int number) {

    private static final int LATEST = -1;

    /**
     * @throws RefusedException if it is neither a positive number nor {@code latest} or -1
     */
    static VersionId of(String text) {
        try {
            int number = text.equals("latest") ? LATEST : Integer.parseInt(text);
            if (number >= 1 || number == LATEST) {
                return new VersionId(number);
            }
        } catch (NumberFormatException _) {
            throw RefusedException.invalidVersion(text);
        }
        throw RefusedException.invalidVersion(text);
    }

    boolean isLatest() {
        return number == LATEST;
    }

    /** The one meant, of at least one, oldest first. */
    StoredSchema of(List<StoredSchema> versions) {
        if (isLatest()) {
            return versions.getLast();
        }
        return versions.stream()
                .filter(schema -> schema.version() == number)
                .findFirst()
                .orElseThrow(() -> RefusedException.versionNotFound(Integer.toString(number)));
    }
}
