package io.broadsheet.enrich.service;

import io.broadsheet.runtime.settings.Setting;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrections of declared dates, as an operator writes them: {@code outlet-a=-8h,outlet-b=30m}. */
final class OffsetCorrections {

    private OffsetCorrections() {}

    /** By sourceId; empty if any part is not {@code sourceId=time}, or a source occurs twice. */
    static Optional<Map<String, Duration>> parse(String text) {
        List<String> pairs =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(p -> !p.isEmpty())
                        .toList();
        Map<String, Duration> corrections = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                return Optional.empty();
            }
            String source = pair.substring(0, equals).strip();
            Optional<Duration> offset = signed(pair.substring(equals + 1).strip());
            if (offset.isEmpty() || corrections.put(source, offset.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(corrections);
    }

    private static Optional<Duration> signed(String text) {
        return text.startsWith("-")
                ? Setting.parseDuration(text.substring(1)).map(Duration::negated)
                : Setting.parseDuration(text.startsWith("+") ? text.substring(1) : text);
    }
}
