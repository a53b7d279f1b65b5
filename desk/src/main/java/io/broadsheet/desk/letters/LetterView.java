package io.broadsheet.desk.letters;

import io.broadsheet.desk.page.Words;

import java.util.List;

/**
 * One letter.
 *
 * @param line as in the list
 * @param meaning of its code
 * @param facts all that it says in a word or two
 * @param headers of the original, and of the letter
 * @param stackTrace lines of it
 * @param original the bytes that it is about
 */
public record LetterView(
        LetterLine line,
        Words.Meaning meaning,
        List<Pair> facts,
        Headers headers,
        List<String> stackTrace,
        Original original) {

    /**
     * Something that has a name.
     *
     * @param name of it
     * @param value of it
     */
    public record Pair(String name, String value) {}

    /**
     * Headers, as text where they are.
     *
     * @param original of the record that the letter is about
     * @param letter of the letter itself
     */
    public record Headers(List<Pair> original, List<Pair> letter) {}

    /**
     * The bytes that a letter is about.
     *
     * @param bytes how many; -1 if there are none
     * @param why there are none; empty if there are some
     * @param text decoded, where they can be
     * @param dump in hexadecimal, the first four kibibytes
     */
    public record Original(long bytes, String why, List<String> text, List<String> dump) {}
}
