package io.broadsheet.desk.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.desk.letters.LetterView.Headers;
import io.broadsheet.desk.letters.LetterView.Original;
import io.broadsheet.desk.letters.LetterView.Pair;
import io.broadsheet.desk.page.Words;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.RecordDecoder;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.Hexdump;
import io.broadsheet.operate.letters.LetterBox;
import io.broadsheet.operate.letters.LetterPage;
import io.broadsheet.operate.letters.OriginalValue;
import io.broadsheet.operate.letters.OriginalValues;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.HeaderEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Reads one letter whole, with the bytes that it is about, wherever they are kept. */
final class LetterReading {

    private static final int TEXT_LINES_MAX = 400;
    private static final Set<String> APART =
            Set.of("originalKey", "originalValue", "originalHeaders", "stackTrace", "origin");

    private final Cluster cluster;
    private final ClaimStore claims;

    LetterReading(Cluster cluster, ClaimStore claims) {
        this.cluster = cluster;
        this.claims = claims;
    }

    /** The letter with its bytes; empty if it has gone. */
    Optional<FoundLetter> whole(FoundLetter light) {
        var found = new AtomicReference<@Nullable FoundLetter>();
        new LetterBox(cluster, List.of(light.place().topic()))
                .at(Set.of(light.place()), found::set);
        return Optional.ofNullable(found.get());
    }

    OriginalValue original(FoundLetter whole) {
        return new OriginalValues(cluster, claims).of(whole.letter());
    }

    LetterView view(FoundLetter whole, Optional<DeadLetterStatus> status, Words words) {
        ObjectNode json = whole.json(status);
        return new LetterView(
                LetterLine.of(whole, status),
                words.of(whole.facts().code()).orElse(new Words.Meaning("", "")),
                facts(whole, json),
                new Headers(originalHeaders(whole), headers(whole)),
                new LetterPage(json).stackTrace(),
                told(original(whole)));
    }

    private static List<Pair> facts(FoundLetter whole, ObjectNode json) {
        List<Pair> facts = new ArrayList<>();
        for (var field : json.properties()) {
            JsonNode value = field.getValue();
            if (value.isValueNode() && !value.isNull() && !APART.contains(field.getKey())) {
                facts.add(new Pair(field.getKey(), SafeText.escapeControls(value.asText())));
            }
        }
        Optional.ofNullable(whole.letter().getOrigin())
                .ifPresent(origin ->
                        facts.add(
                                new Pair(
                                        "origin",
                                        "%s/%d/%d"
                                                .formatted(
                                                        origin.getTopic(),
                                                        origin.getPartition(),
                                                        origin.getOffset()))));
        Optional.ofNullable(whole.letter().getOriginalKey())
                .ifPresent(
                        key -> facts.add(new Pair("originalKey", text(OriginalValues.bytes(key)))));
        return facts;
    }

    private static List<Pair> originalHeaders(FoundLetter whole) {
        List<Pair> pairs = new ArrayList<>();
        for (HeaderEntry header : whole.letter().getOriginalHeaders()) {
            pairs.add(
                    new Pair(
                            SafeText.escapeControls(header.getKey()),
                            header.getValue() == null
                                    ? "null"
                                    : text(OriginalValues.bytes(header.getValue()))));
        }
        return pairs;
    }

    private static List<Pair> headers(FoundLetter whole) {
        List<Pair> pairs = new ArrayList<>();
        whole.headers()
                .forEach(header ->
                        pairs.add(
                                new Pair(
                                        SafeText.escapeControls(header.key()),
                                        header.value() == null ? "null" : text(header.value()))));
        return pairs;
    }

    private static String text(byte[] bytes) {
        return RecordText.utf8(bytes)
                .map(SafeText::escapeControls)
                .orElseGet(() -> "0x" + HexFormat.of().formatHex(bytes));
    }

    private Original told(OriginalValue value) {
        return switch (value) {
            case OriginalValue.Bytes(var bytes) ->
                    new Original(
                            bytes.length,
                            "",
                            LetterPage.content(
                                            bytes,
                                            Optional.of(new RecordDecoder(cluster.registry())))
                                    .stream()
                                    .limit(TEXT_LINES_MAX)
                                    .toList(),
                            Hexdump.of(bytes));
            case OriginalValue.None _ ->
                    new Original(
                            -1,
                            "the record had no value: it was a tombstone",
                            List.of(),
                            List.of());
            case OriginalValue.Lost(var why) -> new Original(-1, why, List.of(), List.of());
        };
    }
}
