package io.broadsheet.bench.language;

import io.broadsheet.enrich.step.language.NgramModel.Label;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the model of the language step, {@code ngrams.bin.gz}, of lingua's models and of texts for
 * the languages that lingua lacks; {@code bench/language/train} fetches both and runs it. The same
 * input gives the same model.
 */
public final class TrainLanguages {

    /** The languages that are told apart within a script, as lingua has them. */
    private static final List<String> LATIN =
            List.of(
                    "af az bs ca cs cy da de en eo es et eu fi fr ga hr hu id is it la lg lt lv mi",
                    "ms nb nl nn pl pt ro sk sl sn so sq st sv sw tl tn tr ts vi xh yo zu");

    private static final List<String> CYRILLIC = List.of("be bg kk mk mn ru sr uk");
    private static final List<String> ARABIC = List.of("ar fa ur");

    private final LinguaModels lingua;
    private final Path texts;
    private final double worthMin;
    private final ModelFile model = new ModelFile();

    private TrainLanguages(LinguaModels lingua, Path texts, double worthMin) {
        this.lingua = lingua;
        this.texts = texts;
        this.worthMin = worthMin;
    }

    /**
     * Learns and writes.
     *
     * @param arguments lingua's jar, a directory with one of texts for each language that lingua
     *     lacks, what a run must be worth to be kept, in nats a million letters, and the file
     * @throws IOException if one of them cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length < 4) {
            out.println("usage: TrainLanguages LINGUA_JAR TEXTS WORTH FILE");
            return;
        }
        try (var lingua = new LinguaModels(Path.of(arguments[0]))) {
            double worthMin = Double.parseDouble(arguments[2]) / 1e6;
            var run = new TrainLanguages(lingua, Path.of(arguments[1]), worthMin);
            run.learn();
            run.model.write(Path.of(arguments[3]));
            out.println(run.model.size());
        }
    }

    private void learn() throws IOException {
        fromLingua(LATIN, UnicodeScript.LATIN);
        fromLingua(CYRILLIC, UnicodeScript.CYRILLIC);
        fromLingua(ARABIC, UnicodeScript.ARABIC);
        fromTexts("om", UnicodeScript.LATIN);
        for (String language : List.of("hi", "mr", "ne")) {
            fromTexts(language, UnicodeScript.DEVANAGARI);
        }
        fromTexts("am", UnicodeScript.ETHIOPIC);
        fromTexts("ti", UnicodeScript.ETHIOPIC);
    }

    private void fromLingua(List<String> languages, UnicodeScript script) throws IOException {
        for (String language : String.join(" ", languages).split(" ", -1)) {
            model.add(new Label(language, script), Deltas.of(lingua.of(language), worthMin));
        }
    }

    private void fromTexts(String language, UnicodeScript script) throws IOException {
        Counts counts = Texts.learn(texts.resolve(language), script);
        model.add(new Label(language, script), Deltas.of(counts, worthMin));
    }
}
