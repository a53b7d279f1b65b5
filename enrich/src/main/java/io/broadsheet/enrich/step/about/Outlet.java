package io.broadsheet.enrich.step.about;

import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.Source;
import io.broadsheet.web.url.RegistrableHost;

import java.util.Locale;
import java.util.Optional;

/**
 * The names by which an outlet is known.
 *
 * @param name its own, folded; empty if the source gives none
 * @param label of the host of the article without what is not its own, as "gull" of {@code
 *     www.gull.example}; empty if that is not known
 * @param parted whether its own name is of more than one word
 */
record Outlet(String name, String label, boolean parted) {

    private static final String WWW = "www.";
    private static final int WITHIN_CHARS_MIN = 5;
    private static final int LABEL_CHARS_MIN = 3;

    static Outlet of(Source source, Optional<String> url) {
        String name = Optional.ofNullable(source.getName()).orElse("");
        String shown = name.isBlank() ? "" : Name.one(name).text();
        String label = url.flatMap(RegistrableHost::of).map(Outlet::label).orElse("");
        return new Outlet(Byline.folded(shown), label, shown.strip().indexOf(' ') > 0);
    }

    private static String label(String host) {
        int end = host.indexOf('.', host.startsWith(WWW) ? WWW.length() : 0);
        String label = end > 0 ? host.substring(0, end) : host;
        return label.replace(WWW, "").toLowerCase(Locale.ROOT);
    }

    /** Whether a name is the outlet's; some outlets give the name of their host for their own. */
    boolean is(String other) {
        String bare = Byline.folded(other);
        return (!name.isEmpty() && (bare.equals(name) || isLabel(name, bare)))
                || (label.length() >= LABEL_CHARS_MIN && bare.equals(label));
    }

    /**
     * Whether it is the outlet's with more, as that of the company behind it. A person's may be so
     * too where a site has the first name of one.
     */
    boolean isIn(String other) {
        String own = name.indexOf('.') > 0 ? label(name) : name;
        return own.length() >= WITHIN_CHARS_MIN
                && Byline.folded(other).contains(own)
                && (parted || NameKind.of(other) != AgentType.PERSON);
    }

    private static boolean isLabel(String host, String other) {
        return host.indexOf('.') > 0 && label(host).equals(other);
    }
}
