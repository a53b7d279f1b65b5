package io.broadsheet.bench.language;

import io.broadsheet.enrich.step.language.LanguageGuess;
import io.broadsheet.enrich.step.language.LanguageStep;
import io.broadsheet.enrich.step.language.Languages;

import java.util.Locale;
import java.util.Optional;

/** Something that tells languages. */
interface Detector {

    /**
     * What is found.
     *
     * @param language primary subtag; empty if it is not known
     * @param confidence 0 to 1; 1 where the detector says none
     */
    record Answer(String language, double confidence) {}

    /** What a text is in. */
    Answer tell(String text);

    /** Ours, as an article without a title and a declaration meets it. */
    static Detector ours() {
        var step = new LanguageStep(Languages.all());
        return text -> {
            LanguageGuess guess = step.tell("", text, Optional.empty());
            String language = guess.tag().map(tag -> tag.split("-", -1)[0]).orElse("");
            return new Answer(language, guess.confidence());
        };
    }

    /**
     * Lingua with all its languages and all its accuracy, if its jar and what it needs are on the
     * class path. They are no dependency of ours, so it is called by reflection.
     *
     * @throws ReflectiveOperationException if it is another version than 1.2.2
     */
    static Optional<Detector> lingua() throws ReflectiveOperationException {
        Class<?> builders;
        try {
            builders = Class.forName("com.github.pemistahl.lingua.api.LanguageDetectorBuilder");
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
        Object builder = builders.getMethod("fromAllLanguages").invoke(null);
        Object preloading = call(builder, "withPreloadedLanguageModels");
        return Optional.of(new Lingua(call(preloading, "build")));
    }

    private static Object call(Object on, String method) throws ReflectiveOperationException {
        return on.getClass().getMethod(method).invoke(on);
    }

    /** Lingua's detector. */
    record Lingua(Object detector) implements Detector {

        @Override
        public Answer tell(String text) {
            try {
                Object language =
                        detector.getClass()
                                .getMethod("detectLanguageOf", String.class)
                                .invoke(detector, text);
                String code = call(language, "getIsoCode639_1").toString();
                return new Answer(code.toLowerCase(Locale.ROOT), 1);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("lingua 1.2.2 answers otherwise", e);
            }
        }
    }
}
