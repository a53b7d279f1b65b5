package io.broadsheet.app.reprocess;

import io.broadsheet.app.reprocess.ReprocessReport.Total;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.topology.RememberedOffsets;
import io.broadsheet.operate.cluster.Answers;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Takes stored articles through the present steps and compares. It writes no version itself: only
 * enrichment numbers versions, so it is asked to do the same once more.
 */
public final class Reprocess {

    private final Cluster cluster;
    private final ReprocessRequest request;
    private final IntConsumer progress;
    private final ReprocessReport report = new ReprocessReport();
    private final RememberedOffsets offsets = new RememberedOffsets();

    /**
     * @param progress told after each article how many were read
     */
    public Reprocess(Cluster cluster, ReprocessRequest request, IntConsumer progress) {
        this.cluster = cluster;
        this.request = request;
        this.progress = progress;
    }

    /** What would be done; changes nothing. */
    public ReprocessReport rehearse() {
        return run(Optional.empty());
    }

    /**
     * Does it.
     *
     * @throws ToolFailure if enrichment does not answer, or another run takes over
     */
    public ReprocessReport perform() {
        Set<String> there = cluster.topics();
        for (Topic<?> topic : List.of(Topics.REPROCESS, Topics.OUTCOMES)) {
            if (!there.contains(topic.name())) {
                throw new ToolFailure(
                        "there is no topic "
                                + topic.name()
                                + "; `broadsheet topics create` makes it");
            }
        }
        try (var lane = new ReprocessLane(cluster, request.waitMax(), report)) {
            return run(Optional.of(lane));
        }
    }

    private ReprocessReport run(Optional<ReprocessLane> lane) {
        recallOffsets();
        var versions = new PresentVersions(cluster);
        var comparison = new Comparison(cluster, request, offsets, versions, report);
        try {
            for (Share share : shares()) {
                compare(share, versions, comparison, lane);
            }
        } catch (UncheckedIOException e) {
            throw new ToolFailure("the claims cannot be read: " + e.getMessage(), e);
        }
        lane.ifPresent(ReprocessLane::flush);
        return report;
    }

    private void compare(
            Share share,
            PresentVersions versions,
            Comparison comparison,
            Optional<ReprocessLane> lane) {
        Map<String, PresentVersion> present = versions.of(share.enriched(), share.rawFrom());
        try (LogScan scan = cluster.scan()) {
            scan.read(
                    share.rawFrom(),
                    record -> {
                        comparison
                                .of(record, present)
                                .ifPresent(found -> lane.ifPresent(it -> it.add(found)));
                        progress.accept(report.of(Total.READ));
                        return Next.GO_ON;
                    });
        }
        present.values().forEach(_ -> report.count(Total.READ));
        present.values().forEach(_ -> report.count(Total.GONE));
    }

    private void recallOffsets() {
        String topic = RememberedOffsets.topic(EnrichConfig.APPLICATION_ID);
        if (cluster.topics().contains(topic)) {
            try (LogScan scan = cluster.scan()) {
                scan.readAll(
                        cluster.partitions(topic),
                        record -> {
                            offsets.take(record);
                            return Next.GO_ON;
                        });
            }
        }
    }

    /**
     * What is compared at once, since what is compared is held in memory.
     *
     * @param rawFrom the first offsets that are meant
     */
    private record Share(Map<TopicPartition, Long> rawFrom, List<TopicPartition> enriched) {}

    /** Partition by partition where an article has the same one on both topics, else all. */
    private List<Share> shares() {
        List<TopicPartition> raw = cluster.partitions(Topics.RAW.name());
        List<TopicPartition> enriched = cluster.partitions(Topics.ENRICHED.name());
        Map<TopicPartition, Long> from = offsetsSince(raw);
        if (raw.size() != enriched.size()) {
            return List.of(new Share(from, enriched));
        }
        List<Share> shares = new ArrayList<>();
        from.forEach((partition, offset) ->
                shares.add(
                        new Share(
                                Map.of(partition, offset),
                                enriched.stream()
                                        .filter(it -> it.partition() == partition.partition())
                                        .toList())));
        return shares;
    }

    private Map<TopicPartition, Long> offsetsSince(List<TopicPartition> raw) {
        OffsetSpec spec = OffsetSpec.forTimestamp(request.since().toEpochMilli());
        var asked = raw.stream().collect(Collectors.toMap(it -> it, _ -> spec));
        Map<TopicPartition, Long> from = new HashMap<>();
        Answers.of(cluster.admin().listOffsets(asked).all(), "the offsets of that time")
                .forEach((partition, found) -> {
                    if (found.offset() >= 0) {
                        from.put(partition, found.offset());
                    }
                });
        return from;
    }
}
