package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Front matter to its shape. Where the whole is not YAML, each key is read on its own, and those
 * that still are not YAML are taken as plain text; so one bad title costs nothing else. Only text
 * that does not begin with a key has no plain meaning: it is refused with line and column.
 */
final class FrontMatterParser {

    private static final int BLOCKS_MAX = 256;

    /** A shape, or why there is none. */
    sealed interface Result {
        /** Read, perhaps with help. */
        record Shape(FrontMatterShape shape) implements Result {}

        /** Not read. */
        record Refused(Rejection rejection) implements Result {}
    }

    private FrontMatterParser() {}

    static Result parse(Fenced document) {
        return switch (YamlText.read(document.yaml(), document.firstLine())) {
            case YamlReading.Read(var entries) -> shape(entries, List.of());
            case YamlReading.OverLimit(String detail) -> overLimit(detail);
            case YamlReading.Broken broken -> recovered(document, broken);
        };
    }

    private static Result recovered(Fenced document, YamlReading.Broken broken) {
        Optional<List<PlainLines>> blocks = PlainLines.of(document.yaml(), document.firstLine());
        if (blocks.isEmpty() || blocks.get().isEmpty()) {
            return refused(broken);
        }
        if (blocks.get().size() > BLOCKS_MAX) {
            return overLimit("broken, and more than " + BLOCKS_MAX + " keys to recover");
        }
        return recovered(blocks.get());
    }

    private static Result recovered(List<PlainLines> blocks) {
        List<FrontMatterEntry> entries = new ArrayList<>();
        List<FrontMatterEntry> mended = new ArrayList<>();
        for (PlainLines block : blocks) {
            switch (YamlText.read(block.yaml(), block.line())) {
                case YamlReading.Read(var read) -> {
                    entries.addAll(read);
                    mended.addAll(block.straightened() ? read : List.of());
                }
                case YamlReading.OverLimit(String detail) -> {
                    return overLimit(detail);
                }
                case YamlReading.Broken _ -> {
                    var entry = new FrontMatterEntry(block.key(), block.plain(), block.line());
                    entries.add(entry);
                    mended.add(entry);
                }
            }
        }
        return shape(entries, mended);
    }

    private static Result shape(List<FrontMatterEntry> read, List<FrontMatterEntry> mended) {
        Map<String, FrontMatterEntry> byKey = new LinkedHashMap<>();
        List<FrontMatterEntry> duplicates = new ArrayList<>();
        for (FrontMatterEntry entry : read) {
            if (byKey.put(entry.key(), entry) != null) {
                duplicates.add(entry);
            }
        }
        return new Result.Shape(
                new FrontMatterShape(List.copyOf(byKey.values()), duplicates, mended));
    }

    private static Result overLimit(String detail) {
        return new Result.Refused(new Rejection(FailureCode.YAML_LIMIT, detail));
    }

    private static Result refused(YamlReading.Broken broken) {
        String detail = broken.line() + ":" + broken.column() + ": " + broken.problem();
        return new Result.Refused(new Rejection(FailureCode.PARSE_YAML, detail));
    }
}
