package io.broadsheet.enrich.image.inspect;

import java.util.Set;

/** The image formats that are told apart. An animated PNG is a PNG. */
public enum ImageFormat {
    JPEG(
            "image/jpeg",
            Set.of("image/jpg", "image/pjpeg"),
            Set.of("jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp")),
    PNG("image/png", Set.of("image/apng", "image/x-png"), Set.of("png", "apng")),
    GIF("image/gif", Set.of(), Set.of("gif")),
    WEBP("image/webp", Set.of("image/x-webp"), Set.of("webp")),
    AVIF("image/avif", Set.of("image/avif-sequence"), Set.of("avif", "avifs")),
    SVG("image/svg+xml", Set.of("image/svg"), Set.of("svg")),
    BMP("image/bmp", Set.of("image/x-ms-bmp", "image/x-bmp"), Set.of("bmp", "dib")),
    ICO(
            "image/vnd.microsoft.icon",
            Set.of("image/x-icon", "image/ico", "image/icon"),
            Set.of("ico", "cur")),
    HEIC(
            "image/heic",
            Set.of("image/heif", "image/heic-sequence", "image/heif-sequence"),
            Set.of("heic", "heif", "hif")),
    TIFF("image/tiff", Set.of("image/x-tiff"), Set.of("tif", "tiff")),
    PSD("image/vnd.adobe.photoshop", Set.of("image/x-photoshop", "image/psd"), Set.of("psd")),
    JXL("image/jxl", Set.of(), Set.of("jxl")),
    JPEG_2000("image/jp2", Set.of("image/jpx", "image/jpeg2000"), Set.of("jp2", "jpx", "j2k")),
    QOI("image/qoi", Set.of("image/x-qoi"), Set.of("qoi"));

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // always Set.of
    private final Set<String> aliases;

    @SuppressWarnings("ImmutableEnumChecker") // always Set.of
    private final Set<String> extensions;

    ImageFormat(String mediaType, Set<String> aliases, Set<String> extensions) {
        this.mediaType = mediaType;
        this.aliases = aliases;
        this.extensions = extensions;
    }

    /** The registered media type. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Whether servers call this format so.
     *
     * @param declared lower-case media type without parameters
     */
    public boolean isDeclaredBy(String declared) {
        return mediaType.equals(declared) || aliases.contains(declared);
    }

    /** Whether files of this format are named so, by a lower-case extension without its dot. */
    public boolean isNamedBy(String extension) {
        return extensions.contains(extension);
    }
}
