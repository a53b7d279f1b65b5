package io.broadsheet.web.markup;

import java.util.regex.Pattern;

/**
 * What stands where a picture will be once a script has run: nothing, a dot in the URL itself, or a
 * file whose name says so. Only asked where something else may be the picture, so a name that
 * happens to look like this costs nothing.
 */
final class StandIn {

    private static final Pattern NO_URL =
            Pattern.compile("(?is)(?:data:|about:|javascript:|#|\\{|\\[|undefined|null).*");

    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)(?:.*[-_.])?(?:blank|spacer|placeholder|place-?holder|transparent|trans"
                            + "|lazy|lazy-?load(?:ing|er)?|loading|loader|1x1|1px|pixel|dummy|shim"
                            + "|clear|empty|gr[ae]y|no-?image|default-?image)"
                            + "(?:[-_.]?(?:img|image|gif|png|bg|\\d+(?:x\\d+)?))*");

    private StandIn() {}

    /** Whether this, as written in an attribute, is certainly or probably not the picture. */
    static boolean is(String url) {
        String bare = url.strip();
        return bare.isEmpty() || NO_URL.matcher(bare).matches() || isNamedSo(bare);
    }

    private static boolean isNamedSo(String url) {
        String path = url.split("[?#]", 2)[0];
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return NAME.matcher(dot > 0 ? name.substring(0, dot) : name).matches();
    }
}
