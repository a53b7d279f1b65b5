package io.broadsheet.enrich.step.language;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * OpenNLP's model of 103 languages, asked for a few of them. It is loaded on first use, takes about
 * 35 MB, and is shared by all threads.
 */
final class LanguageModel {

    /**
     * The model's own figures hardly differ between languages. Raised to this power they are
     * calibrated: of the sentences and word pairs of Leipzig's corpora for which they say 0.7,
     * seven in ten are right.
     */
    private static final int SHARPNESS = 20;

    private static final String RESOURCE = "/langdetect-183.bin";

    private LanguageModel() {}

    /** Holds the model, so that it is loaded when it is first asked and by one thread only. */
    private static final class Loaded {

        private static final LanguageDetectorModel MODEL = load();

        private static LanguageDetectorModel load() {
            try (InputStream in = LanguageModel.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is not on the class path");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * How likely each of the languages is, given that it is one of them. The detector is made anew,
     * because it does not promise to serve several threads; the model is what is dear.
     *
     * @param among ISO 639-3 codes
     * @return by ISO 639-3 code, summing to 1; empty if the model knows none of them
     */
    static Map<String, Double> probabilities(String text, Set<String> among) {
        Map<String, Double> found = new HashMap<>();
        for (Language language : new LanguageDetectorME(Loaded.MODEL).predictLanguages(text)) {
            if (among.contains(language.getLang())) {
                found.put(language.getLang(), language.getConfidence());
            }
        }
        double most = found.values().stream().mapToDouble(d -> d).max().orElse(1);
        found.replaceAll((_, confidence) -> Math.pow(confidence / most, SHARPNESS));
        double all = found.values().stream().mapToDouble(d -> d).sum();
        found.replaceAll((_, weight) -> weight / all);
        return found;
    }
}
