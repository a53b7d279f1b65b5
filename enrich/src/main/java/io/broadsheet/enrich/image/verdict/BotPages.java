package io.broadsheet.enrich.image.verdict;

import io.broadsheet.web.fetch.FetchResult.Answered;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells a refusal from a page that wants to see a browser first. */
final class BotPages {

    private static final int LOOKED_AT_BYTES = 16_384;

    /** From the pages of Cloudflare, DataDome, HUMAN, Imperva, Akamai and AWS WAF. */
    private static final List<String> MARKS =
            List.of(
                    "challenge-platform",
                    "cf-browser-verification",
                    "cf_chl_opt",
                    "<title>just a moment",
                    "captcha-delivery.com",
                    "px-captcha",
                    "_incapsula_resource",
                    "sec-if-cpt-container",
                    "awswafintegration");

    private BotPages() {}

    static boolean isChallenge(Answered answer) {
        boolean refusal = answer.status() == 403 || answer.status() == 503;
        return refusal && (saysSo(answer) || looksSo(answer));
    }

    private static boolean saysSo(Answered answer) {
        return answer.header("cf-mitigated").filter("challenge"::equalsIgnoreCase).isPresent()
                || answer.header("x-amzn-waf-action").filter("challenge"::equals).isPresent();
    }

    private static boolean looksSo(Answered answer) {
        byte[] kept = answer.body().kept();
        int length = Math.min(kept.length, LOOKED_AT_BYTES);
        String page =
                new String(kept, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(page::contains);
    }
}
