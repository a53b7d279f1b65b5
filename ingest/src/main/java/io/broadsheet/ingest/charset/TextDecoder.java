package io.broadsheet.ingest.charset;

import io.broadsheet.ingest.charset.StrictDecoder.Result.BadByte;
import io.broadsheet.ingest.charset.StrictDecoder.Result.Text;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Severity;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the character set of a document and decodes it, strictly: a byte order mark, else what the
 * document declares, else UTF-8, else what detectors say. What none of them can decode without loss
 * is rejected, never guessed at.
 */
public final class TextDecoder {

    private static final int BINARY_SAMPLE_BYTES = 8192;
    private static final double CONTROL_SHARE_MAX = 0.1;

    /** What opens like front matter is text, however much of it is spoilt. */
    private static final double FENCED_CONTROL_SHARE_MAX = 0.5;

    private static final char MARK = '\uFEFF';

    /** A short text with a handful of stray controls is still text. */
    private static final double SHORT_CONTROL_SHARE_MAX = 0.3;

    private static final int STRAY_CONTROLS_MAX = 32;

    private TextDecoder() {}

    /** Text or a rejection, for any bytes whatsoever. */
    public static Decoding decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /**
     * Text or a rejection, for any bytes whatsoever.
     *
     * @param label of the character set in the HTTP header. It outranks what the document declares,
     *     not a byte order mark (RFC 7303, section 3); one that cannot be true is passed over
     */
    public static Decoding decode(byte[] bytes, Optional<String> label) {
        if (bytes.length == 0) {
            return rejected(FailureCode.DOCUMENT_EMPTY, "no bytes");
        }
        Optional<BinaryFormat> binary = BinaryFormat.of(bytes);
        if (binary.isPresent()) {
            return rejected(
                    binary.get().archive()
                            ? FailureCode.ARCHIVE_FORBIDDEN
                            : FailureCode.FORMAT_UNSUPPORTED,
                    "looks like " + binary.get().name());
        }
        return XmlFamily.of(bytes)
                .map(family -> family(bytes, family))
                .or(() -> ByteOrderMark.of(bytes).map(mark -> mark.decode(bytes)))
                .orElseGet(() -> withoutMark(bytes, label));
    }

    private static Decoding family(byte[] bytes, XmlFamily family) {
        return switch (StrictDecoder.decode(bytes, family.markBytes(), family.charset())) {
            case Text(String text) ->
                    clean(
                            text,
                            family.charset(),
                            family.declared() ? Basis.DECLARED : Basis.DETECTED);
            case BadByte(int offset) -> invalid(bytes, offset, family.charset());
        };
    }

    private static Decoding withoutMark(byte[] bytes, Optional<String> label) {
        Optional<Charset> wide = WideText.charsetOf(bytes);
        if (wide.isPresent()) {
            return clean(WideText.decode(bytes, 0, wide.get()), wide.get(), Basis.DETECTED);
        }
        if (isBinary(bytes)) {
            return rejected(FailureCode.FORMAT_UNSUPPORTED, "binary data");
        }
        Optional<Decoding> byHeader =
                label.flatMap(CharsetLabels::charset).flatMap(charset -> byHeader(bytes, charset));
        return byHeader.orElseGet(() -> unlabelled(bytes));
    }

    private static Optional<Decoding> byHeader(byte[] bytes, Charset charset) {
        return switch (declared(bytes, charset)) {
            case Decoding.Decoded decoded -> Optional.of(decoded);
            case Decoding.Undecodable _ -> Optional.empty();
        };
    }

    private static Decoding unlabelled(byte[] bytes) {
        Optional<Charset> declared = DeclaredCharset.of(bytes).flatMap(CharsetLabels::declared);
        return declared.map(charset -> declared(bytes, charset)).orElseGet(() -> undeclared(bytes));
    }

    private static Decoding declared(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8(bytes, 0, Basis.DECLARED);
        }
        if (Utf8Evidence.of(bytes).isPlain()) {
            return conflicting(bytes, charset);
        }
        return switch (StrictDecoder.decode(bytes, 0, charset)) {
            case Text(String text) -> clean(text, charset, Basis.DECLARED);
            case BadByte(int offset) -> invalid(bytes, offset, charset);
        };
    }

    /** A page saved as UTF-8 by a tool that left the old declaration in it. */
    private static Decoding conflicting(byte[] bytes, Charset declared) {
        String detail = "declared " + declared.name();
        return flagged(utf8(bytes, 0, Basis.DETECTED), "CHARSET_CONFLICT", Severity.INFO, detail);
    }

    private static Decoding flagged(
            Decoding decoding, String code, Severity severity, String detail) {
        return switch (decoding) {
            case Decoding.Undecodable undecodable -> undecodable;
            case Decoding.Decoded(var text, var charset, var basis, var before) -> {
                List<QualityFlag> flags = new ArrayList<>(before);
                flags.add(
                        QualityFlag.newBuilder()
                                .setCode(code)
                                .setSeverity(severity)
                                .setDetail(detail)
                                .build());
                yield new Decoding.Decoded(text, charset, basis, flags);
            }
        };
    }

    private static Decoding undeclared(byte[] bytes) {
        if (StrictDecoder.decode(bytes, 0, StandardCharsets.UTF_8) instanceof Text(String text)) {
            return decoded(
                    CleanText.ofUtf8(text, bytes, 0), StandardCharsets.UTF_8, Basis.DETECTED);
        }
        Utf8Evidence evidence = Utf8Evidence.of(bytes);
        boolean utf8 = evidence.isDamaged() || evidence.badBytes() == 0;
        Optional<Charset> guess = utf8 ? Optional.empty() : CharsetGuess.of(bytes);
        return guess.flatMap(charset -> guessed(bytes, charset))
                .orElseGet(() -> utf8(bytes, 0, Basis.DETECTED));
    }

    private static Optional<Decoding> guessed(byte[] bytes, Charset charset) {
        return StrictDecoder.decode(bytes, 0, charset) instanceof Text(String text)
                ? Optional.of(
                        flagged(
                                clean(text, charset, Basis.DETECTED),
                                "CHARSET_GUESSED",
                                Severity.WARNING,
                                charset.name()))
                : Optional.empty();
    }

    /** Strict, but for lone surrogates, which become U+FFFD and a flag. */
    static Decoding utf8(byte[] bytes, int from, Basis basis) {
        return switch (StrictDecoder.decode(bytes, from, StandardCharsets.UTF_8)) {
            case Text(String text) ->
                    decoded(CleanText.ofUtf8(text, bytes, from), StandardCharsets.UTF_8, basis);
            case BadByte(int offset) -> {
                Utf8Evidence evidence = Utf8Evidence.of(bytes);
                yield evidence.badBytes() == 0 && evidence.surrogates() > 0
                        ? surrogatesReplaced(bytes, from, basis)
                        : invalid(bytes, offset, StandardCharsets.UTF_8);
            }
        };
    }

    private static Decoding surrogatesReplaced(byte[] bytes, int from, Basis basis) {
        byte[] mended = Utf8Evidence.withoutSurrogates(bytes);
        CleanText clean =
                CleanText.of(
                        new String(mended, from, mended.length - from, StandardCharsets.UTF_8));
        int count = Utf8Evidence.of(bytes).surrogates();
        CleanText counted = new CleanText(clean.text(), clean.controlsRemoved(), count);
        return decoded(counted, StandardCharsets.UTF_8, basis);
    }

    static Decoding clean(String text, Charset charset, Basis basis) {
        return decoded(CleanText.of(text), charset, basis);
    }

    private static Decoding decoded(CleanText text, Charset charset, Basis basis) {
        String unmarked = withoutMarks(text.text());
        return unmarked.isBlank()
                ? rejected(FailureCode.DOCUMENT_EMPTY, "only white space")
                : new Decoding.Decoded(unmarked, charset.name(), basis, text.flags());
    }

    /** Tools that join files leave a mark behind the first one. */
    private static String withoutMarks(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == MARK) {
            at++;
        }
        return text.substring(at);
    }

    static Decoding invalid(byte[] bytes, int offset, Charset charset) {
        String what =
                offset < bytes.length
                        ? "bad byte 0x%02X at %d".formatted(bytes[offset] & 0xFF, offset)
                        : "cut off at " + offset;
        return rejected(
                FailureCode.ENCODING_INVALID, "body is not valid " + charset.name() + ": " + what);
    }

    private static Decoding rejected(FailureCode code, String detail) {
        return new Decoding.Undecodable(new Rejection(code, detail));
    }

    private static boolean isBinary(byte[] bytes) {
        int length = Math.min(bytes.length, BINARY_SAMPLE_BYTES);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            boolean control = bytes[i] >= 0 && bytes[i] < ' ';
            if (control && "\t\n\f\r\033".indexOf(bytes[i]) < 0) {
                controls++;
            }
        }
        double stray = Math.min(SHORT_CONTROL_SHARE_MAX * length, STRAY_CONTROLS_MAX);
        double share = opensFence(bytes) ? FENCED_CONTROL_SHARE_MAX : CONTROL_SHARE_MAX;
        return controls > Math.max(share * length, stray);
    }

    private static boolean opensFence(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at + 2 < bytes.length
                && bytes[at] == '-'
                && bytes[at + 1] == '-'
                && bytes[at + 2] == '-';
    }
}
