package io.broadsheet.bench.sink;

import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rates of both sides, taken in turns, and their ratio. */
final class Measured {

    private final SearchDepth depth;
    private final Map<Kind, List<Double>> rates = new EnumMap<>(Kind.class);

    Measured(SearchDepth depth) {
        this.depth = depth;
    }

    /** Whose rate. */
    enum Kind {
        COPY,
        SINK
    }

    void add(Kind kind, double rowsPerSecond) {
        rates.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rowsPerSecond);
    }

    /** Both medians and their ratio, with the lowest and highest of each. */
    String line() {
        double copy = median(Kind.COPY);
        double sink = median(Kind.SINK);
        return String.format(
                Locale.ROOT,
                "search %-4s  COPY %s  sink %s  ratio %.2f",
                depth.name().toLowerCase(Locale.ROOT),
                shown(Kind.COPY),
                shown(Kind.SINK),
                sink / copy);
    }

    private String shown(Kind kind) {
        List<Double> sorted = sorted(kind);
        return String.format(
                Locale.ROOT,
                "%,.0f rows/s (%,.0f-%,.0f)",
                median(kind),
                sorted.getFirst(),
                sorted.getLast());
    }

    private double median(Kind kind) {
        List<Double> sorted = sorted(kind);
        return sorted.get(sorted.size() / 2);
    }

    private List<Double> sorted(Kind kind) {
        return rates.getOrDefault(kind, List.of()).stream().sorted().toList();
    }
}
