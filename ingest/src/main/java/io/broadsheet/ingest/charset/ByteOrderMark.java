package io.broadsheet.ingest.charset;

import io.broadsheet.v1.Basis;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A byte order mark: it outranks every declaration (WHATWG Encoding, section 6). */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 3),
    UTF_16BE(StandardCharsets.UTF_16BE, 2),
    UTF_16LE(StandardCharsets.UTF_16LE, 2);

    private final Charset charset;
    private final int length;

    ByteOrderMark(Charset charset, int length) {
        this.charset = charset;
        this.length = length;
    }

    static Optional<ByteOrderMark> of(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> Optional.of(UTF_16BE);
            case 0xFFFE -> Optional.of(UTF_16LE);
            case 0xEFBB ->
                    bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF
                            ? Optional.of(UTF_8)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    Charset charset() {
        return charset;
    }

    Decoding decode(byte[] bytes) {
        if (this != UTF_8) {
            return bytes.length % 2 == 0
                    ? TextDecoder.clean(
                            WideText.decode(bytes, length, charset), charset, Basis.DECLARED)
                    : TextDecoder.invalid(bytes, bytes.length, charset);
        }
        return TextDecoder.utf8(bytes, length, Basis.DECLARED);
    }
}
