package io.broadsheet.bench.language;

import io.broadsheet.enrich.step.language.NgramHash;
import io.broadsheet.enrich.step.language.NgramModel;
import io.broadsheet.enrich.step.language.NgramModel.Label;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Gathers what is kept of each language, and writes it as {@link NgramModel} reads it. */
final class ModelFile {

    private static final int VARINT_BITS = 7;
    private static final int VARINT_MORE = 1 << VARINT_BITS;

    private final List<Label> labels = new ArrayList<>();
    private final Map<Integer, List<Short>> postings = new TreeMap<>();
    private int count;

    void add(Label label, Map<String, Byte> runs) {
        int number = labels.size();
        labels.add(label);
        for (var run : runs.entrySet()) {
            int name = NgramHash.of(run.getKey());
            short posting = (short) ((number << Byte.SIZE) | (run.getValue() & 0xFF));
            postings.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(posting);
            count++;
        }
    }

    /** How many runs and how many figures there are. */
    String size() {
        return labels.size() + " languages, " + postings.size() + " runs, " + count + " figures";
    }

    void write(Path file) throws IOException {
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new GZIPOutputStream(Files.newOutputStream(file))))) {
            out.writeInt(NgramModel.FORM);
            out.writeByte(labels.size());
            for (Label label : labels) {
                out.writeUTF(label.language());
                out.writeUTF(label.script().name());
            }
            out.writeInt(postings.size());
            out.writeInt(count);
            writeRuns(out);
        }
    }

    private void writeRuns(DataOutputStream out) throws IOException {
        long name = Integer.MIN_VALUE;
        for (var run : postings.entrySet()) {
            varint(out, run.getKey() - name);
            name = run.getKey();
            out.writeByte(run.getValue().size());
            for (short posting : run.getValue()) {
                out.writeShort(posting);
            }
        }
    }

    private static void varint(DataOutputStream out, long value) throws IOException {
        long left = value;
        while (left >= VARINT_MORE) {
            out.writeByte(((int) left & (VARINT_MORE - 1)) | VARINT_MORE);
            left >>>= VARINT_BITS;
        }
        out.writeByte((int) left);
    }
}
