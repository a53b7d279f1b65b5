package io.broadsheet.enrich.step.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * How likely runs of letters are in each language: for runs of one to five letters what each adds
 * to the logarithm of the probability of its last letter, given those before, over what the runs
 * within it say already. The sum over a text is the logarithm of its probability, but for a part
 * that is the same for all languages.
 *
 * <p>It is loaded on first use and shared by all threads; what it takes is said by {@link
 * #bytesHeld}.
 */
public final class NgramModel {

    /** What one unit of a score is, in nats. */
    public static final double UNIT = 0.1;

    /** Stands at the head of the file; raised when its form changes. */
    public static final int FORM = 1;

    private static final String RESOURCE = "ngrams.bin.gz";
    private static final int COUNT_BITS = 7;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int VARINT_BITS = 7;
    private static final int VARINT_MORE = 1 << VARINT_BITS;
    private static final int BYTE_MASK = 0xFF;

    private final List<Label> labels;

    /**
     * By slot: the name of a run in the upper half, in the lower one where its postings begin and
     * how many there are; 0 for none. One array, so that a look-up waits for memory once.
     */
    private final long[] runs;

    /** The label in the upper byte, what the run adds in the lower one. */
    private final short[] postings;

    /**
     * A language as it is written in one script.
     *
     * @param language its primary subtag
     * @param script the script that its runs are in
     */
    public record Label(String language, UnicodeScript script) {}

    private NgramModel(DataInputStream in) throws IOException {
        labels = labels(in);
        int count = in.readInt();
        postings = new short[in.readInt() + 1];
        runs = new long[2 * Integer.highestOneBit(count + count / 2)];
        fill(in, count);
    }

    /** Holds the model, so that it is loaded when it is first asked and by one thread only. */
    private static final class Loaded {

        private static final NgramModel MODEL = load();

        private static NgramModel load() {
            try (InputStream in = NgramModel.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is not on the class path");
                }
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The model of this release. */
    static NgramModel shared() {
        return Loaded.MODEL;
    }

    /**
     * Reads a model.
     *
     * @throws IOException if it cannot be read or is of another form
     */
    public static NgramModel read(InputStream in) throws IOException {
        var data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)));
        int form = data.readInt();
        if (form != FORM) {
            throw new IOException("a language model of form " + form + ", not " + FORM);
        }
        return new NgramModel(data);
    }

    private static List<Label> labels(DataInputStream in) throws IOException {
        List<Label> labels = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            labels.add(new Label(in.readUTF(), UnicodeScript.valueOf(in.readUTF())));
        }
        return List.copyOf(labels);
    }

    /** Names come in ascending order, as distances; each with its postings. */
    private void fill(DataInputStream in, int count) throws IOException {
        long name = Integer.MIN_VALUE;
        int next = 1;
        for (int run = 0; run < count; run++) {
            name += varint(in);
            int languages = in.readUnsignedByte();
            put((int) name, next << COUNT_BITS | languages);
            for (int end = next + languages; next < end; next++) {
                postings[next] = in.readShort();
            }
        }
    }

    private static int varint(DataInputStream in) throws IOException {
        int value = 0;
        int shift = 0;
        int read = in.readUnsignedByte();
        while (read >= VARINT_MORE) {
            value |= (read - VARINT_MORE) << shift;
            shift += VARINT_BITS;
            read = in.readUnsignedByte();
        }
        return value | read << shift;
    }

    private void put(int name, int place) {
        int slot = slot(name);
        while (runs[slot] != 0) {
            slot = slot + 1 & runs.length - 1;
        }
        runs[slot] = (long) name << Integer.SIZE | place;
    }

    private int slot(int name) {
        return name & runs.length - 1;
    }

    /** The languages it knows; a score is kept for each, in this order. */
    public List<Label> labels() {
        return labels;
    }

    /** Bytes of heap that its tables take. */
    public long bytesHeld() {
        return Long.BYTES * (long) runs.length + Short.BYTES * (long) postings.length;
    }

    /**
     * Adds what a text says for each language, in {@link #UNIT}s.
     *
     * @param letters as {@link Letters} gives them
     * @param scores one for each label
     * @return how many letters there are
     */
    public int score(String letters, int[] scores) {
        int word = 0;
        int count = 0;
        for (int at = 0; at < letters.length(); at++) {
            if (letters.charAt(at) == ' ') {
                word = at + 1;
            } else {
                scoreLetter(letters, Math.max(word, at - NgramHash.LONGEST + 1), at, scores);
                count++;
            }
        }
        return count;
    }

    private void scoreLetter(String letters, int first, int last, int[] scores) {
        long state = 0;
        for (int at = last; at >= first; at--) {
            state = NgramHash.before(state, letters.charAt(at));
            int place = find(NgramHash.name(state));
            int from = place >>> COUNT_BITS;
            int to = from + (place & COUNT_MASK);
            for (int i = from; i < to; i++) {
                scores[postings[i] >>> Byte.SIZE & BYTE_MASK] += (byte) postings[i];
            }
        }
    }

    private int find(int name) {
        int slot = slot(name);
        while (runs[slot] != 0 && (int) (runs[slot] >>> Integer.SIZE) != name) {
            slot = slot + 1 & runs.length - 1;
        }
        return (int) runs[slot];
    }
}
