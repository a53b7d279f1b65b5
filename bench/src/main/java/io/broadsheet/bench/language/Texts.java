package io.broadsheet.bench.language;

import io.broadsheet.enrich.step.language.Letters;
import io.broadsheet.enrich.step.language.NgramHash;

import org.jsoup.Jsoup;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Learns a language from texts: pages (HTML) and the translations in catalogues of gettext ({@code
 * .mo}). For the languages of which there is no better model; Witten and Bell's smoothing says what
 * few texts are worth.
 */
final class Texts {

    private static final int MO_MAGIC = 0x950412de;
    private static final int MO_HEAD = 20;
    private static final int MO_ENTRY = 8;

    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Integer> after = new HashMap<>();
    private final Map<String, Set<Character>> kinds = new HashMap<>();
    private final UnicodeScript script;

    private Texts(UnicodeScript script) {
        this.script = script;
    }

    /** What the files of a directory teach. */
    static Counts learn(Path directory, UnicodeScript script) throws IOException {
        var texts = new Texts(script);
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            if (file.toString().endsWith(".mo")) {
                texts.catalogue(Files.readAllBytes(file));
            } else {
                texts.add(Jsoup.parse(file).body().text());
            }
        }
        return texts.counts();
    }

    /** What is translated; what is left as it was is English. */
    private void catalogue(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(0) != MO_MAGIC) {
            throw new IllegalArgumentException("not a catalogue of gettext");
        }
        int count = in.getInt(8);
        int originals = in.getInt(12);
        int translations = in.getInt(16);
        for (int entry = 0; entry < count; entry++) {
            String original = text(in, originals + entry * MO_ENTRY);
            String translation = text(in, translations + entry * MO_ENTRY);
            boolean translated = !original.isEmpty() && !original.endsWith(translation);
            if (translated && translations > MO_HEAD) {
                add(translation);
            }
        }
    }

    private static String text(ByteBuffer in, int entry) {
        byte[] bytes = new byte[in.getInt(entry)];
        in.get(in.getInt(entry + 4), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void add(String text) {
        String plain = text.replaceAll("<[^>]*>|%[A-Z_]+|\\$\\w+|&\\w+;", " ").replace("~", "");
        for (String word : Letters.of(plain, script).split(" ", -1)) {
            for (int end = 1; end <= word.length(); end++) {
                for (int from = Math.max(0, end - NgramHash.LONGEST); from < end; from++) {
                    count(word.substring(from, end));
                }
            }
        }
    }

    private void count(String run) {
        int last = run.length() - 1;
        seen.merge(run, 1, Integer::sum);
        after.merge(run.substring(0, last), 1, Integer::sum);
        kinds.computeIfAbsent(run.substring(0, last), _ -> new HashSet<>()).add(run.charAt(last));
    }

    private Counts counts() {
        var counts = new Counts(NgramHash.LONGEST);
        for (String run : seen.keySet()) {
            counts.put(run, Math.log(smoothed(run)));
        }
        return counts;
    }

    private double smoothed(String run) {
        if (run.isEmpty()) {
            return 1e-4;
        }
        String context = run.substring(0, run.length() - 1);
        double times = after.getOrDefault(context, 0);
        double types = kinds.getOrDefault(context, Set.of()).size();
        double shorter = smoothed(run.substring(1));
        return (seen.getOrDefault(run, 0) + types * shorter) / Math.max(1, times + types);
    }
}
