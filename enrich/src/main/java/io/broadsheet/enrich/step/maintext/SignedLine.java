package io.broadsheet.enrich.step.maintext;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that name who wrote an article without a word that says so, and lines that are that word.
 */
final class SignedLine {

    /** "12.03.2024 - Ann Example": of more words than a section has, most of the time. */
    private static final Pattern AFTER_DATE =
            Pattern.compile(
                    "(?: \\p{Lu}{2,5})?\\s*(?:[-–—|·•/]|(?i:by|von))\\s*(\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,2})");

    /** "Filed under: Weather — ann @ 15:04", as the first theme of WordPress has it. */
    private static final Pattern AT_TIME =
            Pattern.compile(".*[—–] (\\S.{0,40}?) @ \\d{1,2}:\\d{2}.{0,20}");

    /** "홍길동 기자": in Korean papers the name stands before the word. */
    private static final Pattern BEFORE_WORD =
            Pattern.compile(
                    "(?:\\[[^\\]]{1,20}\\]\\s*)?(\\p{IsHangul}{2,4}) ?기자(?:[\\s(|·].{0,60})?");

    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:by|von|par|por|di|door|authors?|written by|autor(?:in|en|innen|es|a)?"
                            + "|verfasst von|text|auteur(?:e|s|es)?|autore|redakteur(?:in)?"
                            + "|автор(?:ы|и|ка)?|текст|autorka|autorzy|autoři|szerző|írta|autori|yazar|yazan|muhabir"
                            + "|kirjoittaja|teksti|toimittaja|tekst|συντάκτης|συντάκτρια|oleh|penulis|tác giả"
                            + "|作者|著者|記者|记者|执笔|執筆|撰文|撰稿|글쓴이|기자)\\s*[:：]?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[^\\d?!:]{1,59}");

    private SignedLine() {}

    /** The name, if the line has one where such lines have it. */
    static Optional<String> author(String line) {
        for (Pattern signed : List.of(AT_TIME, BEFORE_WORD)) {
            Matcher named = signed.matcher(line);
            if (named.matches()) {
                return Optional.of(named.group(1));
            }
        }
        return DateInText.in(line)
                .filter(line::startsWith)
                .map(date -> AFTER_DATE.matcher(line.substring(date.length())))
                .filter(Matcher::matches)
                .map(name -> name.group(1));
    }

    /** Whether a line is nothing but the word for an author. */
    static boolean isLabel(String line) {
        return LABEL.matcher(line).matches();
    }

    /** Whether a line under such a word may be a name. */
    static boolean mayBeName(String line) {
        return NAME.matcher(line).matches();
    }
}
