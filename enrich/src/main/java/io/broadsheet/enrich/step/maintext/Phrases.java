package io.broadsheet.enrich.step.maintext;

import java.util.List;
import java.util.regex.Pattern;

/** What stands on many pages around articles, in the words of many languages. */
final class Phrases {

    private static final int CHARS_MAX = 200;

    /** After this, there is no more of the article. */
    private static final Pattern ENDS =
            anyOf(
                    List.of(
                            "(\\d+ )?comments?( \\(?\\d+\\)?)?:?$",
                            "(leave|post|add|write) (a|your) (comment|reply)",
                            "join the (conversation|discussion)",
                            "related (articles?|posts?|stories|content|topics|news|reading|links)",
                            "(you (may|might) (also )?(like|enjoy|be interested))",
                            "(more|latest) (from|in|on|stories|news)\\b",
                            "most (read|popular|viewed)",
                            "(read|up) next",
                            "recommended( for you| stories| reading)?:?$",
                            "about the author",
                            "share (this|on|via)\\b",
                            "trending( now)?$",
                            "see also:?$",
                            "further reading:?$",
                            "(\\d+ )?kommentare?( \\(?\\d+\\)?)?:?$",
                            "(hinterlasse|schreibe?n?( sie)?) (eine|einen|ein) (antwort|kommentar)",
                            "kommentar (verfassen|schreiben|hinterlassen)",
                            "das könnte (sie|dich|euch) (auch|ebenfalls)",
                            "(mehr|weitere) (zum thema|artikel|themen|beiträge|nachrichten|meldungen)",
                            "ähnliche (artikel|beiträge|themen)",
                            "auch interessant",
                            "meistgelesen",
                            "(über den autor|zum autor|zur autorin|über die autorin)",
                            "verwandte (artikel|themen|beiträge)",
                            "artikel teilen",
                            "teilen (mit|auf)?:?$",
                            "gefällt mir:?$",
                            "beitragsnavigation",
                            "(\\d+ )?commentaires?( \\(?\\d+\\)?)?$",
                            "(à lire aussi|lire aussi|sur le même sujet|articles (liés|similaires)|laisser un commentaire|dans la même rubrique)",
                            "(\\d+ )?comentarios?$",
                            "(te puede interesar|también te puede|noticias relacionadas|artículos relacionados|deja (un|una) (comentario|respuesta)|lo más (leído|visto)|más noticias)",
                            "(leggi anche|potrebbe interessarti|articoli correlati|lascia un commento|commenti)$",
                            "(zobacz (też|także|również)|czytaj (też|także|również|więcej)|podobne (artykuły|wpisy)|komentarze|dodaj komentarz|przeczytaj (też|także|również)|polecamy)",
                            "(deixe um comentário|leia (também|mais)|veja também|artigos relacionados|comentários)",
                            "(lees ook|gerelateerde|reacties)$",
                            "(читайте также|комментарии|похожие (статьи|новости))",
                            "(相关(阅读|文章|新闻)|延伸阅读|推荐阅读|関連記事|あわせて読みたい|관련 ?기사)"));

    /** Alone on a line, it says nothing of the article's matter. */
    private static final Pattern LINES =
            anyOf(
                    List.of(
                            "advertisement",
                            "(anzeige|werbung|publicidad|publicité|pubblicità|reklama|publicidade)$",
                            "(photo|photos|foto|fotos|bild|bilder|image|images|picture|grafik|video)( credits?| by)?: ",
                            "(photo|image|picture)s? (credits?|courtesy|by)\\b",
                            "photograph(s|y)? (by|courtesy)",
                            "credits?: ",
                            "(copyright|©|\\(c\\) ?\\d)",
                            "all rights reserved",
                            "alle rechte vorbehalten",
                            "follow (us|me|him|her|our)\\b",
                            "(folge|folgen sie) (uns|mir)",
                            "sign up (for|to|now|here)",
                            "subscribe (to|now|here|for)",
                            "click here (to|for)",
                            "(tags|tagged|filed under|topics|categories|schlagworte?|schlagwörter|kategorien?|posted in|etiquetas|stichwörter|themen)( with)?:",
                            "(this (website|site) uses|diese (website|seite) (verwendet|nutzt|benutzt)|wir verwenden cookies)",
                            "reporting by\\b",
                            "e-?mail .{2,40} at \\S+@",
                            "if you (enjoyed|liked) this (article|post|story)",
                            "(thanks|thank you) for reading",
                            "contact .{0,40}@",
                            "follow .{0,40} on (twitter|facebook|instagram)",
                            "join (us|our)\\b",
                            "(read|see|watch|also|more)( more| also| next)?: ",
                            "read (more|also|the full)\\b",
                            "(also )?read:? ",
                            "(lesen sie|lies|lesetipp|mehr dazu|weiterlesen|zum weiterlesen|siehe auch|auch lesenswert)( auch| mehr| hier)?:",
                            "(lea|lee|mira|vea) (también|además)",
                            "(lire|voir) (aussi|également)",
                            "image \\d+ of",
                            "skip to\\b",
                            "(back to|nach oben|zurück zu[rm]?)\\b",
                            "(print|email|drucken|share|teilen|tweet|pin|facebook|twitter|whatsapp|merken|kommentieren)( this| article| page)?$",
                            "(last )?(updated|published|posted|modified|aktualisiert|veröffentlicht|stand)( on| am| at)?:? .{0,8}\\d",
                            "(loading|laden)[ .…]*$",
                            "enable javascript",
                            "(quelle|quellen|source|sources)s?: .{0,40}$"));

    private Phrases() {}

    private static Pattern anyOf(List<String> beginnings) {
        return Pattern.compile(
                "(?:" + String.join("|", beginnings) + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static boolean end(Line line) {
        return line.text().length() <= CHARS_MAX / 2 && ENDS.matcher(line.text()).lookingAt();
    }

    static boolean say(Line line) {
        return line.text().length() <= CHARS_MAX && LINES.matcher(line.text()).lookingAt();
    }
}
