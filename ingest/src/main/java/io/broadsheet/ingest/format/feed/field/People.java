package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People as feeds name them. Names are never split. */
public final class People {

    /** Possessive, so that no text makes it slow. */
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9.-]++");

    private static final int TEXT_CHARS_MAX = 2_000;

    private People() {}

    /**
     * A name and an address in one text, in the forms {@code mail (Name)}, {@code Name (mail)},
     * {@code Name <mail>}, {@code mail}, {@code Name}; empty if there is neither.
     */
    public static Optional<Agent> ofText(String text) {
        String whole = text.strip();
        if (whole.length() > TEXT_CHARS_MAX || whole.indexOf('@') < 0) {
            return agent(whole, "", "");
        }
        Matcher mail = MAIL.matcher(whole);
        return mail.find()
                ? agent(
                        name(whole.substring(0, mail.start()), whole.substring(mail.end())),
                        mail.group(),
                        "")
                : agent(whole, "", "");
    }

    /** What is left around an address. */
    private static String name(String before, String after) {
        String left = before.strip();
        if (left.toLowerCase(Locale.ROOT).endsWith("mailto:")) {
            left = left.substring(0, left.length() - "mailto:".length()).strip();
        }
        String right = after.strip();
        boolean bracketed = !left.isEmpty() && "<([".indexOf(left.charAt(left.length() - 1)) >= 0;
        if (bracketed) {
            left = left.substring(0, left.length() - 1).strip();
            right = right.isEmpty() ? right : right.substring(1).strip();
        }
        return unwrapped((left + " " + right).strip());
    }

    private static String unwrapped(String name) {
        boolean wrapped =
                name.length() > 1
                        && ((name.startsWith("(") && name.endsWith(")"))
                                || (name.startsWith("\"") && name.endsWith("\"")));
        return wrapped ? name.substring(1, name.length() - 1).strip() : name;
    }

    /** An Atom person construct, whose parts may stand in any namespace; or else its text. */
    public static Optional<Agent> ofPerson(XmlElement person) {
        String name = part(person, "name");
        String email = part(person, "email");
        String uri = Links.resolved(person, part(person, "uri", "url", "homepage"));
        return name.isEmpty() && email.isEmpty() && uri.isEmpty()
                ? ofText(person.text())
                : agent(name, email, uri);
    }

    /** The first of the names that says anything. */
    private static String part(XmlElement person, String... names) {
        List<XmlElement> parts = person.elements();
        for (String name : names) {
            for (XmlElement part : parts) {
                if (part.name().equals(name) && !part.value().isEmpty()) {
                    return part.value();
                }
            }
        }
        return "";
    }

    /** Somebody who has at least one of the three; a blank name is the address then. */
    public static Optional<Agent> agent(String name, String email, String uri) {
        String called = name.isBlank() ? email.isBlank() ? uri : email : name;
        return called.isBlank()
                ? Optional.empty()
                : Optional.of(
                        Agent.newBuilder()
                                .setName(called.strip())
                                .setEmail(email.isBlank() ? null : email.strip())
                                .setUri(uri.isBlank() ? null : uri.strip())
                                .setBasis(Basis.DECLARED)
                                .build());
    }
}
