package io.broadsheet.ingest.document;

import io.broadsheet.runtime.digest.Sha256;

import java.util.Locale;
import java.util.Optional;

/** The bytes of a document, whole, and where they are from. */
public final class Document {

    private final String url;
    private final String name;
    private final byte[] original;
    private final byte[] bytes;
    private final String digest;
    private final Optional<HttpFacts> http;

    /**
     * A file.
     *
     * @param url of the document, such as {@code file:///posts/a.md}
     * @param name its file name, for its ending and as another name of the article
     * @param bytes not changed afterwards
     */
    public Document(String url, String name, byte[] bytes) {
        this(url, name, bytes, Optional.empty());
    }

    private Document(String url, String name, byte[] bytes, Optional<HttpFacts> http) {
        this.url = url;
        this.name = name;
        this.original = bytes;
        this.bytes = bytes;
        this.digest = Sha256.tagged(bytes);
        this.http = http;
    }

    private Document(Document packed, byte[] unpacked) {
        this.url = packed.url;
        this.name = packed.name;
        this.original = packed.original;
        this.bytes = unpacked;
        this.digest = packed.digest;
        this.http = packed.http;
    }

    /** The same document, to be read from these bytes. */
    Document unpacked(byte[] unpacked) {
        return new Document(this, unpacked);
    }

    /**
     * What was got over HTTP.
     *
     * @param url that was asked for
     * @param bytes of the body, decompressed; not changed afterwards
     * @param http how it was got
     */
    public static Document fetched(String url, byte[] bytes, HttpFacts http) {
        return new Document(url, lastPart(http.finalUrl()), bytes, Optional.of(http));
    }

    /** The same document, known to be that of an address on the web. */
    public Document at(String address) {
        return new Document(address, name, bytes, http);
    }

    private static String lastPart(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Of the document. */
    public String url() {
        return url;
    }

    /** Its file name; the last part of its URL if it came over HTTP. */
    public String name() {
        return name;
    }

    /** {@code sha256:<hex>} of its bytes as they came. */
    public String digest() {
        return digest;
    }

    /** How it was got, if over HTTP. */
    public Optional<HttpFacts> http() {
        return http;
    }

    /** What a relative reference in it is relative to; blank if nothing on the web. */
    String base() {
        return http.map(HttpFacts::finalUrl)
                .or(() -> Optional.of(url).filter(Document::isOfWeb))
                .orElse("");
    }

    private static boolean isOfWeb(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    /** Whether the one who sent it says that it is a page. */
    boolean isSentAsPage() {
        return http.map(HttpFacts::contentType)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> type.equals("text/html") || type.equals("application/xhtml+xml"))
                .isPresent();
    }

    /** What there is to read. */
    byte[] bytes() {
        return bytes;
    }

    /** What came: the same, unless that was packed. */
    byte[] original() {
        return original;
    }
}
