package io.broadsheet.desk.articles;

import io.avaje.jex.http.Context;
import io.broadsheet.desk.door.Door;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.runtime.digest.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What an article looks like, in a document of its own that may do nothing: no script, no form, no
 * way out, and no picture of the world unless somebody has asked for it.
 */
final class BodyDocument {

    private static final String STYLE =
            "body{font:1rem/1.55 Georgia,serif;max-width:42rem;margin:1rem auto;padding:0 1rem;"
                    + "color:#1b1b1b;background:#fff}img,video{max-width:100%;height:auto}"
                    + "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .5em}"
                    + "pre{overflow:auto}";

    private final String closed;
    private final String withPictures;

    BodyDocument() {
        String digest = Sha256.tagged(STYLE.getBytes(StandardCharsets.UTF_8));
        byte[] hash = HexFormat.of().parseHex(digest.substring("sha256:".length()));
        closed =
                "default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash)
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
        withPictures = closed + "; img-src https:";
    }

    /**
     * Answers with it.
     *
     * @param html sanitised by enrichment; it is not escaped
     * @param pictures whether the browser may ask the world for them
     */
    void show(Context context, String html, boolean pictures) {
        Door.set(context, "Content-Security-Policy", pictures ? withPictures : closed);
        Door.set(context, "Referrer-Policy", "no-referrer");
        // A sandboxed document has an origin of its own, which the other rule forbids.
        Door.set(context, "Cross-Origin-Opener-Policy", "unsafe-none");
        Pages.html(
                context,
                "<!doctype html><html lang=\"und\"><head><meta charset=\"utf-8\">"
                        + "<title>Article</title><style>"
                        + STYLE
                        + "</style></head><body>"
                        + html
                        + "</body></html>");
    }
}
