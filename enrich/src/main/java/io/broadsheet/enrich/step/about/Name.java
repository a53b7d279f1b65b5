package io.broadsheet.enrich.step.about;

import io.broadsheet.v1.AgentType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name as a byline gives it.
 *
 * @param text without the markup around it
 * @param uri of a link in it
 */
record Name(String text, Optional<String> uri) {

    private static final String BY = "by ";

    /** The name of an account or an address of mail behind the name of a person. */
    private static final Pattern HANDLE =
            Pattern.compile(
                    "(?<=\\p{L}{2,40})(?: [|–-])? +(?:@\\w+|[<(]?[\\w.+-]+@[\\w.-]+[>)]?)$");

    /** Between the last two names of a list; only tried where names are on both sides. */
    private static final Pattern AND =
            Pattern.compile(",? (?:and|&|und|et|y|e|och|og|en|with|mit|avec|con) ");

    /** Who helped, in brackets. */
    private static final Pattern HELPERS = Pattern.compile(" ?\\((?:avec|with|mit|con) ([^)]*)\\)");

    /** What a name may have in small letters. */
    private static final Set<String> PARTICLES =
            Set.of(
                    "von", "van", "vom", "zu", "zum", "zur", "und", "de", "der", "den", "del",
                    "della", "des", "di", "da", "do", "dos", "das", "du", "la", "le", "el", "al",
                    "bin", "ben", "ibn", "ter", "ten", "te", "af", "av", "y", "e", "i", "san",
                    "st.");

    /** What a person did for the article, or is at the outlet, before the name. */
    private static final Pattern ROLE =
            Pattern.compile(
                    "(?:(?i:interview|text|bericht|reportage|protokoll|kommentar|analyse|essay|words|story"
                            + "|autor(?:in)?|author)\\s*[:：]\\s*"
                            + "|(?:[\\p{L}\\p{N}.]+(?:-\\p{L}+)*-)?(?:Experte|Expertin|(?:Experte|Redakteur|Reporter"
                            + "|Korrespondent|Autor|Gastautor|Mitarbeiter|Kolumnist|Volontär)(?:in)?)\\s+"
                            + "(?=\\p{Lu}\\S+ \\p{Lu}))(?=\\S)");

    /** What a person is, written behind the name as one more of the list. */
    private static final Pattern OFFICE =
            Pattern.compile(
                    "(?:[\\p{L}&'’.-]+ ){0,4}(?:editor|writer|reporter|correspondent|columnist|producer"
                            + "|contributor|analyst|journalist|photographer|blogger|staff|chefredakteur"
                            + "|redakteur|korrespondent|reporterin|redakteurin|korrespondentin"
                            + "|journaliste|correspondante?|envoyée? spéciale?|periodista|corresponsal"
                            + "|redactora?|giornalista|inviato|jornalista|repórter"
                            + "|korespondent(?:ka)?|dziennikarz|dziennikarka|redaktor(?:ka)?|novinářka?|újságíró"
                            + "|muhabir[i]?|editör[ü]?|журналист(?:ка)?|корреспондент(?:ка)?|обозреватель"
                            + "|кореспондент(?:ка)?|журналіст(?:ка)?|редактор|toimittaja|journalisten?|verslaggever"
                            + "|redacteur|reporterka|wartawan|phóng viên|συντάκτης|δημοσιογράφος)s?"
                            + "(?: (?:at|for|in|of|bei|für|à|en|de) .{1,40})?"
                            + "|special (?:for|to) .{1,40}",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int PARTS_MAX = 20;
    private static final int NAME_WORDS_MAX = 4;
    private static final int HAN_NAME_CHARS_MAX = 4;

    /**
     * The names in a byline. It is split only where every part looks like a person's name: "A
     * Smith, B Jones and C Wu", "张三、李四". "Smith, Jones and Partners" stays whole.
     */
    static List<Name> allIn(String byline) {
        Name whole = one(byline);
        if (whole.uri().isPresent() || whole.text().isEmpty()) {
            return whole.text().isEmpty() ? List.of() : List.of(whole);
        }
        List<String> parts = people(whole.text());
        boolean people = !parts.isEmpty() && parts.size() <= PARTS_MAX;
        return people && parts.stream().allMatch(Name::looksPersonal)
                ? parts.stream().map(part -> new Name(part, Optional.empty())).toList()
                : List.of(whole);
    }

    /** The byline as one name: a Markdown link gives its text and its target, "By " goes. */
    static Name one(String byline) {
        String text = byline.strip();
        if (text.toLowerCase(Locale.ROOT).startsWith(BY)) {
            text = text.substring(BY.length()).strip();
        }
        if (text.startsWith("Von ") && startsNames(text.substring(4))) {
            text = text.substring(4).strip();
        }
        Matcher role = ROLE.matcher(text);
        text = role.lookingAt() ? text.substring(role.end()) : text;
        text = HANDLE.matcher(text).replaceFirst("");
        int open = text.indexOf('[');
        int middle = text.indexOf("](", open + 1);
        int close = text.indexOf(')', middle + 1);
        if (open < 0 || middle < 0 || close < 0) {
            return new Name(text, Optional.empty());
        }
        String shown =
                text.substring(0, open)
                        + text.substring(open + 1, middle)
                        + text.substring(close + 1);
        return new Name(shown.strip(), Optional.of(text.substring(middle + 2, close).strip()));
    }

    /** "Von Anna Beispiel", but not "Von der Beispiel". */
    private static boolean startsNames(String rest) {
        String[] words = rest.strip().split("\\s+", -1);
        return words.length > 1 && Character.isUpperCase(words[0].codePointAt(0));
    }

    /** Behind people their offices and outlets go, which are no further authors. */
    private static List<String> people(String text) {
        List<String> parts = parts(text);
        if (parts.size() < 2 || !looksPersonal(parts.getFirst())) {
            return parts;
        }
        return parts.stream()
                .filter(part -> !text.contains(", " + part) || !isOffice(part))
                .toList();
    }

    private static boolean isOffice(String part) {
        return OFFICE.matcher(part).matches() || NameKind.of(part) == AgentType.ORGANIZATION;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        String named = HELPERS.matcher(text).replaceAll(", $1");
        String separated = AND.matcher(named).replaceAll(",");
        for (String part : separated.split("[,;、，；]", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static boolean looksPersonal(String part) {
        if (part.codePoints().allMatch(Character::isIdeographic)) {
            return part.length() >= 2 && part.length() <= HAN_NAME_CHARS_MAX;
        }
        String[] words = part.split("\\s+", -1);
        if (words.length < 2 || words.length > NAME_WORDS_MAX) {
            return false;
        }
        return isUpper(words[0])
                && isUpper(words[words.length - 1])
                && Stream.of(words).allMatch(word -> isUpper(word) || PARTICLES.contains(word))
                && part.chars().noneMatch(Character::isDigit);
    }

    private static boolean isUpper(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    /** Whether one is the other with its family name first, as catalogues write it. */
    boolean isInverted(String name) {
        int comma = text.indexOf(", ");
        return comma > 0 && name.equals(text.substring(comma + 2) + ' ' + text.substring(0, comma));
    }
}
