package io.broadsheet.enrich.step.about;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names in bylines that a page shows, for pages that declare no author, or only a handle or an
 * address.
 */
final class ShownAuthors {

    private static final Pattern LEAD =
            Pattern.compile(
                    "^[\\s,;:|–-]*(?:(?i:(?:(?:posted|written|published|story|words|reviewed) )?by|von|vom|par|por|di|door|av|autor(?:in|en|es)?|authors?|text[eo]?|redakteur(?:in)?|geschrieben von|verfasst von|veröffentlicht von|ein beitrag von|escrito por|foto|作者|著者|文|記者|记者|编辑|責編|责编)(?:\\s*[:：●]\\s*|\\s+|(?<=[者文])\\s*)|By(?=\\p{Lu}))");

    private static final Pattern END =
            Pattern.compile(
                    "\\s+[|•·/]\\s*.*|\\s+[-–—]\\s.*|\\s*\\|.*|\\s*[(\\[].*|,?\\s+(?:am|on|le|el|op|um|vom|in|em)\\s+\\p{L}{0,12}[,.]?\\s*\\d.*|,?\\s*\\d.*|\\s+@.*|\\s*\\S+@\\S+.*|,?\\s+(?:updated|published|posted|stand|staff|aktualisiert|publiziert|veröffentlicht|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\b.*",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?:publiziert|veröffentlicht|posted|published|written|the|von|by|admin|share|more|mehr|about|über|redaktion|view|follow|comments?|kommentare?)\\b.*",
                    Pattern.CASE_INSENSITIVE);

    private static final int WORDS_MAX = 6;
    private static final int NAMES_MAX = 8;

    private ShownAuthors() {}

    /** Of the first byline that names anyone. */
    static List<Agent> in(List<String> bylines) {
        for (String byline : bylines) {
            List<Agent> found = agents(byline);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Agent> agents(String byline) {
        String names = bare(byline);
        List<Agent> agents = new ArrayList<>();
        for (Name name : Name.allIn(names)) {
            if (looksLikeName(name.text()) && agents.size() < NAMES_MAX) {
                agents.add(
                        Agent.newBuilder().setName(name.text()).setBasis(Basis.EXTRACTED).build());
            }
        }
        return agents;
    }

    private static String bare(String byline) {
        String text = byline.strip();
        for (int i = 0; i < 2; i++) {
            text = LEAD.matcher(text).replaceFirst("").strip();
        }
        return END.matcher(text)
                .replaceFirst("")
                .strip()
                .replaceAll("[,;:\\s]+$", "")
                .replaceAll("(?<=\\p{L}{3})\\.$", "");
    }

    private static boolean looksLikeName(String text) {
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        boolean ends = text.indexOf('?') >= 0 || text.indexOf('!') >= 0 || text.indexOf('»') >= 0;
        return letters
                && !ends
                && !NO_NAME.matcher(text).matches()
                && text.length() > 1
                && text.split("\\s+", -1).length <= WORDS_MAX;
    }
}
