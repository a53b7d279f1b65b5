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
        headers(context);
        if (!hosts.isOurs(header(context, "Host"))) {
            context.status(421)
                    .text("This desk is not known by that name; see the setting desk.names.\n");
        } else if (isChange(context) && !mayChange(context)) {
            context.status(403)
                    .text("Only an operator who has signed in here may change anything.\n");
        } else {
            chain.proceed();
        }
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cache-Control", "no-store");
    }

    private static boolean isChange(Context context) {
        return !context.method().equals("GET") && !context.method().equals("HEAD");
    }

    private boolean mayChange(Context context) {
        if (isTokenOf(header(context, "Authorization"))) {
            return true; // no browser sends this for a strange page
        }
        return isFromHere(context)
                && (context.path().equals(SIGN_IN) || carriesFormToken(context));
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
