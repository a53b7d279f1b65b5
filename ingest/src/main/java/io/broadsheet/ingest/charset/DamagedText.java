package io.broadsheet.ingest.charset;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Severity;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text that is in no character set without loss. One bad byte must not cost a feed all of its
 * items: what was declared but cannot be is guessed at, and what is damaged is replaced by U+FFFD.
 * Both are flagged. For documents that are one article {@link TextDecoder} stays strict.
 */
public final class DamagedText {

    private static final char REPLACEMENT = '\uFFFD';

    /** With more of it damaged nobody would want to read it. */
    private static final double DAMAGED_SHARE_MAX = 0.05;

    private DamagedText() {}

    /**
     * The text as far as it can be read; empty if hardly any can.
     *
     * @param label of the character set in the HTTP header
     */
    public static Optional<Decoding.Decoded> decode(byte[] bytes, Optional<String> label) {
        Charset charset =
                ByteOrderMark.of(bytes)
                        .map(ByteOrderMark::charset)
                        .or(() -> label.flatMap(CharsetLabels::charset))
                        .or(() -> DeclaredCharset.of(bytes).flatMap(CharsetLabels::declared))
                        .orElse(StandardCharsets.UTF_8);
        boolean wrong =
                charset.equals(StandardCharsets.UTF_8) && !Utf8Evidence.of(bytes).isDamaged();
        return (wrong ? guessed(bytes) : Optional.<Decoding.Decoded>empty())
                .or(() -> replaced(bytes, charset));
    }

    private static Optional<Decoding.Decoded> guessed(byte[] bytes) {
        return CharsetGuess.of(bytes)
                .filter(guess ->
                        StrictDecoder.decode(bytes, 0, guess) instanceof StrictDecoder.Result.Text)
                .flatMap(guess ->
                        decoded(new String(bytes, guess), guess, "CHARSET_GUESSED", guess.name()));
    }

    private static Optional<Decoding.Decoded> replaced(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        long damaged = text.chars().filter(c -> c == REPLACEMENT).count();
        return damaged > DAMAGED_SHARE_MAX * text.length()
                ? Optional.empty()
                : decoded(text, charset, "CHARSET_DAMAGED", Long.toString(damaged));
    }

    private static Optional<Decoding.Decoded> decoded(
            String text, Charset charset, String code, String detail) {
        return switch (TextDecoder.clean(text, charset, Basis.DETECTED)) {
            case Decoding.Undecodable _ -> Optional.empty();
            case Decoding.Decoded(var clean, var name, var basis, var flags) -> {
                List<QualityFlag> all = new ArrayList<>(flags);
                all.add(
                        QualityFlag.newBuilder()
                                .setCode(code)
                                .setSeverity(Severity.WARNING)
                                .setDetail(detail)
                                .build());
                yield Optional.of(new Decoding.Decoded(clean, name, basis, all));
            }
        };
    }
}
