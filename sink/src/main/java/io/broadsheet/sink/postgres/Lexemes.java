package io.broadsheet.sink.postgres;

import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The words of a {@code tsvector}, each once, with the places where it stands and their weights. A
 * place is 1 to 16,383 and counts for all after it; of each word 255 places are kept, as the
 * database does.
 */
final class Lexemes {

    private static final int PLACE_MAX = 16_383;
    private static final int PLACES_MAX = 255;
    private static final int WEIGHT_SHIFT = 14;
    private static final String[] WEIGHT_NAMES = {"", "c", "b", "a"};

    private final Map<String, Places> words = new TreeMap<>();
    private int last;

    /** How much a word counts where it stands, by the letters and bits of the database. */
    enum Weight {
        /** In the text. */
        D(0),
        /** In what describes the text. */
        B(2),
        /** In its headline. */
        A(3);

        private final int bits;

        Weight(int bits) {
            this.bits = bits;
        }
    }

    /** Puts a word at the next place. */
    void add(String word, Weight weight) {
        last = Math.min(last + 1, PLACE_MAX);
        words.computeIfAbsent(word, _ -> new Places()).add(last, weight);
    }

    /** Each word with its places, in the database's form: two bits of weight, 14 of place. */
    Map<String, short[]> words() {
        Map<String, short[]> all = new TreeMap<>();
        words.forEach((word, places) -> all.put(word, places.taken()));
        return all;
    }

    /** As PostgreSQL reads it: {@code tea:1a,7 pot:2b}. Words hold nothing that needs quoting. */
    String text() {
        StringJoiner text = new StringJoiner(" ");
        words.forEach((word, places) -> text.add(word + ":" + places.text()));
        return text.toString();
    }

    /** The places of one word. */
    private static final class Places {

        private short[] taken = new short[2];
        private int count;

        /** At the last place of all, words pile up; the first of them stands for the others. */
        void add(int place, Weight weight) {
            boolean again = count > 0 && (taken[count - 1] & PLACE_MAX) == place;
            if (again || count == PLACES_MAX) {
                return;
            }
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, count * 2);
            }
            taken[count++] = (short) (weight.bits << WEIGHT_SHIFT | place);
        }

        short[] taken() {
            return Arrays.copyOf(taken, count);
        }

        String text() {
            StringJoiner text = new StringJoiner(",");
            for (short place : taken()) {
                String weight = WEIGHT_NAMES[(place & 0xffff) >> WEIGHT_SHIFT];
                text.add((place & PLACE_MAX) + weight);
            }
            return text.toString();
        }
    }
}
