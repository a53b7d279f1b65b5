package io.broadsheet.enrich.step.maintext;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands on many pages around articles, in the words of many languages. Each expression is one
 * line and begins with two letters, by which most lines are known not to match.
 */
final class Phrases {

    private static final int END_CHARS_MAX = 100;
    private static final int LINE_CHARS_MAX = 200;

    /** After this, there is no more of the article. */
    private static final Phrases ENDS =
            new Phrases(
                    """
                    join the (conversation|discussion)
                    related (articles?|posts?|stories|content|topics|news|reading|links)
                    you (may|might) (also )?(like|enjoy|be interested)
                    more (from|in|on|stories|news)\\b
                    latest (from|in|on|stories|news)\\b
                    most (read|popular|viewed)
                    read next
                    up next
                    recommended( for you| stories| reading)?:?$
                    about the author
                    share (this|on|via)\\b
                    trending( now)?$
                    see also:?$
                    further reading:?$
                    das könnte (sie|dich|euch) (auch|ebenfalls)
                    mehr (zum thema|artikel|themen|beiträge|nachrichten|meldungen)
                    weitere (artikel|themen|beiträge|nachrichten|meldungen)
                    ähnliche (artikel|beiträge|themen)
                    auch interessant
                    meistgelesen
                    über den autor
                    über die autorin
                    zum autor
                    zur autorin
                    verwandte (artikel|themen|beiträge)
                    artikel teilen
                    teilen (mit|auf)?:?$
                    gefällt mir:?$
                    beitragsnavigation
                    lire aussi
                    sur le même sujet
                    articles (liés|similaires)
                    dans la même rubrique
                    te puede interesar
                    también te puede
                    noticias relacionadas
                    artículos relacionados
                    lo más (leído|visto)
                    más noticias
                    leggi anche$
                    potrebbe interessarti$
                    articoli correlati$
                    zobacz (też|także|również)
                    czytaj (też|także|również|więcej)
                    podobne (artykuły|wpisy)
                    свързани (новини|статии)
                    kapcsolódó (cikk|hír|anyag)
                    související (články|zprávy)
                    relaterade (artiklar|nyheter)
                    ilgili haberler
                    citește și
                    أضف تعليق
                    اقرأ أيضا
                    dodaj komentarz
                    przeczytaj (też|także|również)
                    polecamy
                    deixe um comentário
                    leia (também|mais)
                    veja também
                    artigos relacionados
                    lees ook
                    gerelateerde
                    читайте также
                    похожие (статьи|новости)
                    相关(阅读|文章|新闻)
                    延伸阅读
                    推荐阅读
                    関連記事
                    あわせて読みたい
                    관련 ?기사
                    """,
                    END_CHARS_MAX);

    /** The same, and what follows was written by readers. */
    private static final Phrases COMMENTS =
            new Phrases(
                    """
                    comments?( \\(?\\d+\\)?)?:?$
                    leave (a|your) (comment|reply)
                    post (a|your) (comment|reply)
                    add (a|your) (comment|reply)
                    write (a|your) (comment|reply)
                    kommentare?( \\(?\\d+\\)?)?:?$
                    hinterlassen?( sie)? (eine|einen|ein) (antwort|kommentar)
                    schreiben?( sie)? (eine|einen|ein) (antwort|kommentar)
                    kommentar (verfassen|schreiben|hinterlassen)
                    commentaires?( \\(?\\d+\\)?)?$
                    laisser un commentaire
                    comentarios?( \\(?\\d+\\)?)?:?$
                    comentarios ¿
                    deja (un|una) (comentario|respuesta)
                    lascia un commento$
                    commenti$
                    komentarze
                    коментари( \\(?\\d+\\)?)?:?$
                    коментарі( \\(?\\d+\\)?)?:?$
                    hozzászólás(ok)?( \\(?\\d+\\)?)?:?$
                    komentáře( \\(?\\d+\\)?)?:?$
                    kommentarer( \\(?\\d+\\)?)?:?$
                    kommentit( \\(?\\d+\\)?)?:?$
                    yorumlar( \\(?\\d+\\)?)?:?$
                    comentarii( \\(?\\d+\\)?)?:?$
                    σχόλια( \\(?\\d+\\)?)?:?$
                    التعليقات( \\(?\\d+\\)?)?:?$
                    comentários
                    reacties$
                    комментарии
                    """,
                    END_CHARS_MAX);

    /** Alone on a line, it says nothing of the article's matter. */
    private static final Phrases LINES =
            new Phrases(
                    """
                    advertisement
                    hirdetés$
                    реклама$
                    reclame$
                    advertentie$
                    annonce$
                    annons$
                    mainos$
                    reklám$
                    إعلان$
                    광고$
                    广告$
                    広告$
                    anzeige$
                    werbung$
                    publicidad$
                    publicité$
                    pubblicità$
                    reklama$
                    publicidade$
                    photos?( credits?| by)?:\\s
                    photos? (credits?|courtesy|by)\\b
                    photograph(s|y)? (by|courtesy)
                    fotos?( von)?:\\s
                    bild(er)?( von)?:\\s
                    images?( credits?| by)?:\\s
                    images? (credits?|courtesy|by)\\b
                    picture( credits?| by)?:\\s
                    picture (credits?|courtesy|by)\\b
                    grafik:\\s
                    video( credits?| by)?:\\s
                    credits?:\\s
                    copyright
                    all rights reserved
                    alle rechte vorbehalten
                    follow (us|me|him|her|our)\\b
                    follow .{0,40} on (twitter|facebook|instagram)
                    get .{0,60} (on|via) (twitter|facebook|instagram)
                    like (us|me)\\b.{0,20} on (twitter|facebook|instagram)
                    find (us|me)\\b.{0,20} on (twitter|facebook|instagram)
                    polub .{0,40}facebooku
                    devenez fan\\b
                    suivez[ -](nous|moi|la|le)\\b
                    síguenos\\b
                    sigue(me|nos) en
                    seguici\\b
                    siga[ -]nos\\b
                    volg ons\\b
                    følg oss\\b
                    sledujte nás\\b
                    kövess(en)? minket
                    folgen? (sie )?(uns|mir)
                    sign up (for|to|now|here)
                    subscribe (to|now|here|for)
                    click here (to|for)
                    tags( with)?:
                    tagged( with)?:
                    filed under
                    topics:
                    categories:
                    posted in
                    schlagworte?:
                    schlagwörter:
                    kategorien?:
                    etiquetas:
                    stichwörter:
                    themen:
                    this (website|site) uses
                    diese (website|seite) (verwendet|nutzt|benutzt)
                    wir verwenden cookies
                    reporting by\\b
                    e-?mail .{2,40} at \\S+@
                    if you (enjoyed|liked) this (article|post|story)
                    thanks for reading
                    thank you for reading
                    contact .{0,40}@
                    join (us|our)\\b
                    read( more| also| next)?:\\s
                    read (more|also|the full)\\b
                    see( more| also| next)?:\\s
                    watch( more| also| next)?:\\s
                    also( read)?:\\s
                    also read:?\\s
                    more( also| next)?:\\s
                    lesen sie( auch| mehr| hier)?:
                    lies( auch| mehr| hier)?:
                    lesetipp( auch| mehr| hier)?:
                    mehr dazu( auch| mehr| hier)?:
                    weiterlesen:
                    zum weiterlesen:
                    siehe auch:
                    auch lesenswert:
                    lea (también|además)
                    lee (también|además)
                    mira (también|además)
                    vea (también|además)
                    lire (aussi|également)
                    voir (aussi|également)
                    image \\d+ of
                    skip to\\b
                    back to\\b
                    nach oben\\b
                    zurück zu[rm]?\\b
                    print( this| article| page)?$
                    email( this| article| page)?$
                    drucken$
                    share( this| article| page)?$
                    teilen$
                    tweet( this)?$
                    pin( this)?$
                    facebook:?$
                    twitter:?$
                    text size$
                    continue reading( below)?:?$
                    story continues below
                    enlarge( this)?( image| photo| picture)?$
                    click to enlarge$
                    play video$
                    show comments$
                    whatsapp$
                    merken$
                    kommentieren$
                    last (updated|published|modified)( on)?:? .{0,8}\\d
                    updated( on)?:? .{0,8}\\d
                    published( on)?:? .{0,8}\\d
                    first published( on)?:? .{0,8}\\d
                    aggiornato( il)?:? .{0,8}\\d
                    actualizado( el)?:? .{0,20}\\d
                    mis à jour( le)?:? .{0,8}\\d
                    обновлено:? .{0,8}\\d
                    опубликовано:? .{0,8}\\d
                    publikováno:? .{0,8}\\d
                    기사입력:? .{0,8}\\d
                    입력:? .{0,8}\\d
                    更新(时间|時間|日期|于)?:? ?.{0,8}\\d
                    发布(时间|日期|于):? ?.{0,8}\\d
                    發佈(時間|日期|於):? ?.{0,8}\\d
                    آخر تحديث:? .{0,8}\\d
                    posted( on)?:? .{0,8}\\d
                    modified( on)?:? .{0,8}\\d
                    aktualisiert( am)?:? .{0,8}\\d
                    veröffentlicht( am)?:? .{0,8}\\d
                    stand( am)?:? .{0,8}\\d
                    loading[ .…]*$
                    laden[ .…]*$
                    enable javascript
                    quellen?:? .{0,40}$
                    sources?: .{0,40}$
                    """,
                    LINE_CHARS_MAX);

    private static final String MARKS = "[+»›▶►";
    private static final Pattern MARK = Pattern.compile("^[\\[\\]+»›▶►\\s]+");

    private static final Pattern COUNT = Pattern.compile("^\\d+\\s+(?:[»›|·–-]\\s*)?");

    private final Set<String> beginnings = new HashSet<>();
    private final Pattern pattern;
    private final int charsMax;

    private Phrases(String expressions, int charsMax) {
        List<String> lines = expressions.strip().lines().map(String::strip).toList();
        lines.forEach(line -> beginnings.add(line.substring(0, 2)));
        this.pattern =
                Pattern.compile(
                        "(?:" + String.join("|", lines) + ")",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.charsMax = charsMax;
    }

    /** Whether an article ends before such a line. */
    static boolean end(Line line) {
        String text = uncounted(line.text());
        return ENDS.begin(text) || COMMENTS.begin(text);
    }

    /** Whether comments begin with such a line. */
    static boolean beginComments(Line line) {
        return COMMENTS.begin(uncounted(line.text()));
    }

    private static String uncounted(String text) {
        boolean counted = !text.isEmpty() && Character.isDigit(text.charAt(0));
        return counted ? COUNT.matcher(text).replaceFirst("") : text;
    }

    /** Whether a line is about the page rather than of the article. */
    static boolean say(Line line) {
        String text = line.text();
        boolean marked = !text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0;
        return text.startsWith("©")
                || LINES.begin(marked ? MARK.matcher(text).replaceFirst("") : text);
    }

    private boolean begin(String text) {
        return text.length() >= 2
                && text.length() <= charsMax
                && beginnings.contains(text.substring(0, 2).toLowerCase(Locale.ROOT))
                && pattern.matcher(text).lookingAt();
    }
}
