package io.broadsheet.enrich.step.maintext;

import java.util.regex.Pattern;

/** Lines that begin as bylines do. */
final class ShownByline {

    private static final Pattern BEGIN =
            Pattern.compile(
                    "(?:(?iu:by|von|par|por|di|door|av|af|autor|autorin|author|auteure?|autore|text|texte|posted by|submitted by|created by|erstellt von|eingestellt von|gepostet von|publicado por|publié par|pubblicato da|postado por|автор|авторы|автор статьи|автор текста|автори|текст|опубликовал|опубликовала|autorka|autorzy|napisał|napisała|autoři|napsal|napsala|szerző|írta|autori|scris de|yazar|yazarı|yazan|muhabir|kirjoittaja|teksti|toimittaja|skrevet av|skrevet af|tekst|text av|tekst av|συντάκτης|συντάκτρια|γράφει ο|γράφει η|του|της|oleh|ditulis oleh|penulis|tác giả|écrit par|written by|published by|story by|geschrieben von|verfasst von|veröffentlicht von|escrito por|(?:eine? )?(?:analyse|(?:gast)?beitrag|(?:gast)?kommentar|kolumne|essay|reportage|bericht|interview|porträt|leitartikel|rezension) von|propos recueillis par|作者|文|記者|記事))(?: ?:| ?：|\\s) ?\\p{Lu}.{1,80}|(?:作者|文|記者|记者|著者|取材・文|文・写真|撰文|執筆|执笔|ライター|글|撰稿|採訪|采访|編輯|ผู้เขียน|เขียนโดย|โดย|लेखक|लेखिका|מאת|כתב|כתבת|بقلم|الكاتب|كتب|كتبت|تحرير|إعداد|نویسنده|به قلم|نوشته)\\s?[:：●=＝/／|｜].{1,40}"
                            + "|(?:ผู้เขียน|เขียนโดย|โดย|מאת|بقلم|نویسنده|به قلم) [\\p{L}\\p{M}.'’ ]{2,40}"
                            + "|(?i:posted|written|published|verfasst|geschrieben|eingestellt|gepostet|publicado|escrito|publié|écrit)"
                            + " (?i:by|von|por|par) ?: ?\\p{L}.{1,80}");

    private ShownByline() {}

    static boolean begins(String text) {
        return text.length() > 3 && BEGIN.matcher(text).matches();
    }
}
