package io.broadsheet.web.url;

/** A reference without a scheme, in the slashes of the URL standard, which urlcanon expects. */
final class RelativeReference {

    private RelativeReference() {}

    /** Backslashes of the path turned, three and more slashes at its start reduced to two. */
    static String tidy(String reference) {
        String wellFormed = WellFormed.of(reference);
        int pathEnd = pathEnd(wellFormed);
        String path = wellFormed.substring(0, pathEnd).replace('\\', '/');
        return withoutSurplusSlashes(path) + wellFormed.substring(pathEnd);
    }

    private static int pathEnd(String reference) {
        int end = 0;
        while (end < reference.length() && "?#".indexOf(reference.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String withoutSurplusSlashes(String path) {
        int slashes = 0;
        while (slashes < path.length() && path.charAt(slashes) == '/') {
            slashes++;
        }
        return path.substring(Math.max(0, slashes - 2));
    }
}
