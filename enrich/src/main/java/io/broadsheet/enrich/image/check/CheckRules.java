package io.broadsheet.enrich.image.check;

import io.broadsheet.enrich.image.verdict.ImageRules;
import io.broadsheet.web.fetch.FetchLimits;

import java.time.Duration;

/**
 * How a check goes about it.
 *
 * @param fetch what one fetch may cost
 * @param image what makes a picture usable
 * @param foreignReferer a page that is certainly not of the image's site: whoever refuses it
 *     refuses most consumers
 * @param candidatesMax how many repair candidates are fetched
 * @param excluded what the operator does not want asked for
 */
public record CheckRules(
        FetchLimits fetch,
        ImageRules image,
        String foreignReferer,
        int candidatesMax,
        Exclusions excluded) {

    private static final long BODY_BYTES_MAX = 20L * 1024 * 1024;
    private static final int KEPT_BYTES_MAX = 256 * 1024;
    private static final int REDIRECTS_MAX = 5;
    private static final int CANDIDATES_MAX = 3;

    /** 20 MiB, 5 redirects, 3 s to connect, 10 s in all (CONTRACT 5, RELIABILITY 3.2). */
    public static CheckRules defaults() {
        return new CheckRules(
                new FetchLimits(
                        BODY_BYTES_MAX,
                        KEPT_BYTES_MAX,
                        REDIRECTS_MAX,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10)),
                ImageRules.defaults(),
                "https://reader.example/",
                CANDIDATES_MAX,
                Exclusions.NONE);
    }

    /** The same with other limits of a fetch. */
    public CheckRules withFetch(FetchLimits other) {
        return new CheckRules(other, image, foreignReferer, candidatesMax, excluded);
    }

    /** The same with other rules about pictures. */
    public CheckRules withImage(ImageRules other) {
        return new CheckRules(fetch, other, foreignReferer, candidatesMax, excluded);
    }

    /** The same with other exclusions. */
    public CheckRules withExcluded(Exclusions others) {
        return new CheckRules(fetch, image, foreignReferer, candidatesMax, others);
    }
}
