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
                    "^[\\s,;:|–-]*(?:(?iu:(?:(?:posted|written|published|submitted|created|story|words|reviewed|reported|contributed|post author) )?by"
                            + "|(?:(?:eine? )?(?:analyse|(?:gast)?beitrag|(?:gast)?kommentar|kolumne|essay|reportage|bericht|interview|porträt|artikel|leitartikel|rezension) |geschrieben |verfasst |veröffentlicht |erstellt |eingestellt |gepostet )?von"
                            + "|vom|(?:publié |écrit |rédigé |propos recueillis )?par|(?:publicado |postado |escrito )?por"
                            + "|di|(?:pubblicato |scritto )?da|(?:geschreven |geplaatst )?door|av|af"
                            + "|autor(?:in|en|es|a)?|auteure?s?|autore|auteur|authors?|text[eo]?"
                            + "|redakteur(?:in)?|автор(?:ы|и|ка)?(?: (?:статьи|текста|материала|статті|тексту))?|опубликовал(?:а)?|опублікував|(?:текст|материал|матеріал)"
                            + "|(?:diposting |ditulis |dilaporkan )?oleh|penulis|reporter|laporan"
                            + "|autorka|autorzy|opracowa(?:ł|ła|nie)|napisa(?:ł|ła)|autoři|napsala?|píše|szerző|írta|autori|scris de|de către"
                            + "|yazar[ıi]?|haber(?:i)?|muhabir|yazan|kirjoittaja|teksti|toimittaja|skrev(?:et)? av|skrevet af|tekst|tekst av|text av"
                            + "|συντάκτης|συντάκτρια|γράφει (?:ο|η)|του|της|tác giả|theo|bài viết|מאת|כתב(?:ה|ת)?"
                            + "|(?:ผู้เขียน|เขียนโดย|โดย|เรื่อง)|लेखक|द्वारा|लेखिका|(?:كتب(?:ت)?|بقلم|الكاتب|كاتب المقال|تحرير|إعداد)|(?:نویسنده|به قلم|نوشته)"
                            + "|作者|著者|取材・文|文・写真|撰文|文|記者|记者|執筆|执笔|编辑|責編|责编|投稿者|ライター|글)"
                            + "(?:\\s*[:：●=＝/／|｜]\\s*|\\s+|(?<=[者文])\\s*)|By(?=\\p{Lu}))");

    private static final Pattern END =
            Pattern.compile(
                    "\\s+[|•·/]\\s*.*|\\s+[-–—]\\s.*|\\s*\\|.*|\\s*[(\\[](?![^)\\]]{0,20}[)\\]]\\s\\p{Lu}).*|\\s*\\]$"
                            + "|,?\\s+(?:am|on|le|el|op|um|vom|in|em|hace|há)\\s+\\p{L}{0,12}[,.]?\\s*\\d.*"
                            + "|\\s*(?:vor|hace|il y a|há) \\d+ \\p{L}.*|,?\\s*\\d.*|\\s+@.*|\\s*\\S+@\\S+.*"
                            + "|,?\\s+(?:envoyée?s? spécia(?:le?s?|ux)|correspondante?s?) .*"
                            + "|,\\s+(?:community|guest|special|senior|opinion|freelance) (?:contributor|writer|correspondent|columnist).*"
                            + "|\\s*,?\\s+special (?:for|to) .*"
                            + "|,?\\s+publiée?(?!\\p{L}).*"
                            + "|,?\\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b.*"
                            + "|,?\\s+(?:updated|published|posted|stand|staff|contributor|aktualisiert|publiziert|veröffentlicht|publicad[oa]|pubblicato"
                            + "|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b.*",
                    Pattern.CASE_INSENSITIVE);

    /** "Ann Example in Weather": where it stands. */
    private static final Pattern PLACE = Pattern.compile("\\s+in\\s+\\p{Lu}.*");

    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?:size|for the|фото|fotos?|photos?|bild(?:er)?|image|photograph(?:y|ed|s)?|publiziert|veröffentlicht|posted|published|written|the|von|by|admin|share|more|mehr|about|über|redaktion|view|follow|comments?|kommentare?)\\b.*",
                    Pattern.CASE_INSENSITIVE);

    private static final int WORDS_MAX = 6;
    private static final int NAMES_MAX = 8;

    private ShownAuthors() {}

    /**
     * Of the first byline that names anyone. If it is one name and more, and another byline is the
     * name alone, that is taken.
     *
     * @param outlet whose name is taken only if no other is there, folded
     */
    static List<Agent> in(List<String> bylines, String outlet) {
        List<Agent> first = List.of();
        for (String byline : bylines) {
            List<Agent> found = agents(byline);
            if (first.isEmpty() || are(first, outlet)) {
                first = found.isEmpty() || (are(found, outlet) && !first.isEmpty()) ? first : found;
            } else if (isNameOf(found, first)) {
                return found;
            }
        }
        return first;
    }

    private static boolean are(List<Agent> found, String outlet) {
        return found.size() == 1 && Byline.folded(found.getFirst().getName()).equals(outlet);
    }

    private static boolean isNameOf(List<Agent> one, List<Agent> ofMore) {
        if (one.size() != 1 || ofMore.size() != 1) {
            return false;
        }
        String name = one.getFirst().getName();
        return name.indexOf(' ') > 0 && ofMore.getFirst().getName().startsWith(name + ' ');
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
        text = text.startsWith("[") ? text.substring(1) : text;
        for (int i = 0; i < 2; i++) {
            text = LEAD.matcher(text).replaceFirst("").strip();
        }
        text = END.matcher(text).replaceFirst("");
        return PLACE.matcher(text)
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
