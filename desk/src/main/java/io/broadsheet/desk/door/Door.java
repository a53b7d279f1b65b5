package io.broadsheet.desk.door;

import io.avaje.jex.http.Context;
import io.avaje.jex.http.HttpFilter.FilterChain;
import io.broadsheet.runtime.settings.Secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Everyone comes in through this: it refuses names that are not ours, writes the headers that tell
 * a browser what our pages may do, knows who has signed in, and lets nothing be changed but by a
 * form of ours, sent by an operator.
 */
public final class Door {

    /** What a page may load: nothing that is not ours. */
    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; frame-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** Where one signs in. */
    public static final String SIGN_IN = "/sign-in";

    private static final String COOKIE = "broadsheet-desk";
    private static final String BEARER = "Bearer ";

    private final Hosts hosts;
    private final Secret token;
    private final Sessions sessions;
    private final SignInRate rate;

    /**
     * @param hosts names of this server
     * @param token of the operator; empty if nobody may change anything
     */
    public Door(Hosts hosts, Secret token, InstantSource clock) {
        this.hosts = hosts;
        this.token = token;
        this.sessions = new Sessions(clock);
        this.rate = new SignInRate(clock);
    }

    /** Before any page. */
    public void pass(Context context, FilterChain chain) {
        dress(context);
        if (!isOurs(context)) {
            context.status(421)
                    .text("This desk is not known by that name; see the setting desk.names.\n");
        } else if (!isReading(context) && !context.method().equals("POST")) {
            context.header("Allow", "GET, POST").writeEmpty(405);
        } else if (!isReading(context) && !mayChange(context)) {
            context.status(403)
                    .text("Only an operator who has signed in here may change anything.\n");
        } else {
            chain.proceed();
        }
    }

    /** Whether it is spoken to by a name of ours. */
    public boolean isOurs(Context context) {
        return hosts.isOurs(header(context, "Host"));
    }

    /** Writes the headers that every answer has, also that there is no such page. */
    public static void dress(Context context) {
        set(context, "Content-Security-Policy", POLICY);
        set(context, "X-Content-Type-Options", "nosniff");
        set(context, "X-Frame-Options", "SAMEORIGIN");
        // With none at all a browser would not say either that our own forms come from us.
        set(context, "Referrer-Policy", "same-origin");
        set(context, "Cross-Origin-Opener-Policy", "same-origin");
        set(context, "Cross-Origin-Resource-Policy", "same-origin");
        set(context, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        set(context, "Cache-Control", "no-store");
    }

    /** Gives a header of the answer another value. */
    public static void set(Context context, String name, String value) {
        context.responseHeaders().set(name, value);
    }

    private static boolean isReading(Context context) {
        return context.method().equals("GET");
    }

    private boolean mayChange(Context context) {
        if (isTokenOf(header(context, "Authorization"))) {
            return true; // no browser sends this for a strange page
        }
        return isFromHere(context) && (context.path().equals(SIGN_IN) || carriesFormToken(context));
    }

    private boolean isTokenOf(String authorization) {
        return authorization.startsWith(BEARER)
                && isToken(authorization.substring(BEARER.length()));
    }

    private boolean isToken(String given) {
        return !token.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        token.value().getBytes(StandardCharsets.UTF_8));
    }

    /** Browsers say from where a form is sent; one that says nothing is not believed. */
    private static boolean isFromHere(Context context) {
        String site = header(context, "Sec-Fetch-Site");
        String origin = header(context, "Origin");
        String host = header(context, "Host");
        boolean isSameOrigin = origin.equals("http://" + host) || origin.equals("https://" + host);
        return isSameOrigin && (site.isEmpty() || site.equals("same-origin"));
    }

    private boolean carriesFormToken(Context context) {
        String given = Objects.requireNonNullElse(context.formParam("formToken"), "");
        return formToken(context)
                .filter(expected ->
                        MessageDigest.isEqual(
                                given.getBytes(StandardCharsets.UTF_8),
                                expected.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private Optional<String> formToken(Context context) {
        return Optional.ofNullable(context.cookie(COOKIE)).flatMap(sessions::formToken);
    }

    /** Who asks. */
    public Visitor visitor(Context context) {
        Optional<String> formToken = formToken(context);
        return new Visitor(!token.isEmpty(), formToken.isPresent(), formToken.orElse(""));
    }

    /** How an attempt to sign in ended. */
    public enum SignIn {
        /** They are an operator now. */
        DONE,
        /** It was not the token. */
        WRONG,
        /** Too many have tried within a minute. */
        TOO_OFTEN
    }

    /** Signs in who has the token. */
    public SignIn signIn(Context context, String given) {
        if (!rate.take()) {
            return SignIn.TOO_OFTEN;
        }
        if (!isToken(given.strip())) {
            return SignIn.WRONG;
        }
        context.cookie(
                Context.Cookie.of(COOKIE, sessions.begin())
                        .httpOnly(true)
                        .sameSite(Context.Cookie.SameSite.Strict)
                        .path("/")
                        .maxAge(Sessions.LIFE));
        return SignIn.DONE;
    }

    /** Signs out. */
    public void signOut(Context context) {
        Optional.ofNullable(context.cookie(COOKIE)).ifPresent(sessions::end);
        context.cookie(Context.Cookie.expired(COOKIE).path("/"));
    }

    private static String header(Context context, String name) {
        return Optional.ofNullable(context.header(name)).orElse("");
    }
}
