package io.broadsheet.ingest.document;

import io.broadsheet.runtime.digest.Sha256;

/** The bytes of a document, whole, and where they are from. */
public final class Document {

    private final String url;
    private final String name;
    private final byte[] bytes;
    private final String digest;

    /**
     * @param url of the document, such as {@code file:///posts/a.md}
     * @param name its file name, for its ending and as another name of the article
     * @param bytes not changed afterwards
     */
    public Document(String url, String name, byte[] bytes) {
        this.url = url;
        this.name = name;
        this.bytes = bytes;
        this.digest = Sha256.tagged(bytes);
    }

    /** Of the document. */
    public String url() {
        return url;
    }

    /** Its file name. */
    public String name() {
        return name;
    }

    /** {@code sha256:<hex>} of its bytes. */
    public String digest() {
        return digest;
    }

    byte[] bytes() {
        return bytes;
    }
}
