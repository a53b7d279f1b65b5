package io.broadsheet.enrich.step.keywords;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The words that tell nothing, by language: Lucene's lists, and the names of days and months. */
final class StopWords {

    private static final Map<String, Supplier<CharArraySet>> LISTS =
            Map.ofEntries(
                    Map.entry("ar", ArabicAnalyzer::getDefaultStopSet),
                    Map.entry("bg", BulgarianAnalyzer::getDefaultStopSet),
                    Map.entry("bn", BengaliAnalyzer::getDefaultStopSet),
                    Map.entry("ca", CatalanAnalyzer::getDefaultStopSet),
                    Map.entry("cs", CzechAnalyzer::getDefaultStopSet),
                    Map.entry("da", DanishAnalyzer::getDefaultStopSet),
                    Map.entry("de", GermanAnalyzer::getDefaultStopSet),
                    Map.entry("el", GreekAnalyzer::getDefaultStopSet),
                    Map.entry("en", StopWords::english),
                    Map.entry("es", SpanishAnalyzer::getDefaultStopSet),
                    Map.entry("et", EstonianAnalyzer::getDefaultStopSet),
                    Map.entry("eu", BasqueAnalyzer::getDefaultStopSet),
                    Map.entry("fa", PersianAnalyzer::getDefaultStopSet),
                    Map.entry("fi", FinnishAnalyzer::getDefaultStopSet),
                    Map.entry("fr", FrenchAnalyzer::getDefaultStopSet),
                    Map.entry("ga", IrishAnalyzer::getDefaultStopSet),
                    Map.entry("gl", GalicianAnalyzer::getDefaultStopSet),
                    Map.entry("hi", HindiAnalyzer::getDefaultStopSet),
                    Map.entry("hu", HungarianAnalyzer::getDefaultStopSet),
                    Map.entry("hy", ArmenianAnalyzer::getDefaultStopSet),
                    Map.entry("id", IndonesianAnalyzer::getDefaultStopSet),
                    Map.entry("it", ItalianAnalyzer::getDefaultStopSet),
                    Map.entry("lt", LithuanianAnalyzer::getDefaultStopSet),
                    Map.entry("lv", LatvianAnalyzer::getDefaultStopSet),
                    Map.entry("nb", NorwegianAnalyzer::getDefaultStopSet),
                    Map.entry("ne", NepaliAnalyzer::getDefaultStopSet),
                    Map.entry("nl", DutchAnalyzer::getDefaultStopSet),
                    Map.entry("nn", NorwegianAnalyzer::getDefaultStopSet),
                    Map.entry("no", NorwegianAnalyzer::getDefaultStopSet),
                    Map.entry("pt", PortugueseAnalyzer::getDefaultStopSet),
                    Map.entry("ro", RomanianAnalyzer::getDefaultStopSet),
                    Map.entry("ru", RussianAnalyzer::getDefaultStopSet),
                    Map.entry("sr", SerbianAnalyzer::getDefaultStopSet),
                    Map.entry("sv", SwedishAnalyzer::getDefaultStopSet),
                    Map.entry("ta", TamilAnalyzer::getDefaultStopSet),
                    Map.entry("te", TeluguAnalyzer::getDefaultStopSet),
                    Map.entry("th", ThaiAnalyzer::getDefaultStopSet),
                    Map.entry("tr", TurkishAnalyzer::getDefaultStopSet));

    private StopWords() {}

    /**
     * Those of a language, in lower case.
     *
     * @param language its primary subtag
     * @return empty if there is no list of it
     */
    static Optional<Set<String>> of(String language) {
        return Optional.ofNullable(LISTS.get(language)).map(list -> all(list.get(), language));
    }

    private static Set<String> all(CharArraySet list, String language) {
        Set<String> words = new HashSet<>();
        for (Object word : list) {
            words.add(new String((char[]) word));
        }
        Locale locale = Locale.forLanguageTag(language);
        calendar(locale).map(name -> name.toLowerCase(locale)).forEach(words::add);
        return Set.copyOf(words);
    }

    private static Stream<String> calendar(Locale locale) {
        return Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)
                .flatMap(style ->
                        Stream.concat(
                                Stream.of(DayOfWeek.values())
                                        .map(day -> day.getDisplayName(style, locale)),
                                Stream.of(Month.values())
                                        .map(month -> month.getDisplayName(style, locale))));
    }

    /** The long list: that of the analyzer has but 33 words. */
    private static CharArraySet english() {
        try (InputStream list =
                EnglishAnalyzer.class.getResourceAsStream(
                        "/org/apache/lucene/analysis/snowball/english_stop.txt")) {
            return WordlistLoader.getSnowballWordSet(
                    java.util.Objects.requireNonNull(list, "Lucene's English stop words"));
        } catch (IOException e) {
            throw new UncheckedIOException("Lucene's English stop words", e);
        }
    }
}
