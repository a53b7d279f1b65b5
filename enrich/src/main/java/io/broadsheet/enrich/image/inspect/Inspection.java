package io.broadsheet.enrich.image.inspect;

import java.util.Optional;

/** What bytes turned out to be. */
public sealed interface Inspection {

    /** An image whose header and structure are sound as far as they are at hand. */
    record Image(Picture picture) implements Inspection {}

    /** No image format that is known; {@code seems} is a guess for the operator. */
    record NotAnImage(String seems) implements Inspection {}

    /** An image of a format whose header is not read. */
    record Unsupported(ImageFormat format) implements Inspection {}

    /** It begins as an image and cannot be one. */
    record Corrupt(Picture picture, String detail) implements Inspection {}

    /** An image that ends too early. */
    record Truncated(Picture picture, String detail) implements Inspection {}

    /** What the header says, if one could be read. */
    default Optional<Picture> header() {
        return switch (this) {
            case Image(var picture) -> Optional.of(picture);
            case Corrupt(var picture, _) -> Optional.of(picture);
            case Truncated(var picture, _) -> Optional.of(picture);
            case Unsupported(var format) -> Optional.of(Picture.of(format));
            case NotAnImage _ -> Optional.empty();
        };
    }
}
