package io.broadsheet.desk.images;

import io.broadsheet.desk.watch.Follower;
import io.broadsheet.desk.watch.Recent;
import io.broadsheet.desk.watch.Values;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.ImageCheck;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of each image lately: the latest 20,000 images, by half a kilobyte each. */
public final class ImageShelf implements Follower {

    private static final int KEPT_MAX = 20_000;

    private final Values<ImageCheck> values;
    private final Recent<ImageLine> recent = new Recent<>(KEPT_MAX, ImageLine::at);

    /**
     * @param registry knows the schemas
     */
    public ImageShelf(SchemaRegistry registry) {
        this.values = new Values<>(Topics.IMAGE_CHECKS, registry);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.IMAGE_CHECKS.name());
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            recent.remove(String.valueOf(Keys.text(record.key())));
        } else {
            values.of(record).map(ImageLine::of).ifPresent(line -> recent.put(line.id(), line));
        }
    }

    List<ImageLine> latest() {
        return recent.latest();
    }

    /** How many images have each verdict, the most frequent first. */
    static List<Map.Entry<String, Long>> verdicts(List<ImageLine> images) {
        return images.stream()
                .collect(Collectors.groupingBy(ImageLine::verdict, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** The hosts, those first of whose images most cannot be shown. */
    static List<HostLine> hosts(List<ImageLine> images) {
        return images.stream().collect(Collectors.groupingBy(ImageLine::host)).entrySet().stream()
                .map(host -> line(host.getKey(), host.getValue()))
                .sorted(
                        Comparator.comparingLong(HostLine::unusable)
                                .thenComparingLong(HostLine::images)
                                .reversed()
                                .thenComparing(HostLine::host))
                .toList();
    }

    private static HostLine line(String host, List<ImageLine> images) {
        return new HostLine(
                host,
                images.size(),
                images.stream().filter(image -> !image.isUsable()).count(),
                new TreeMap<>(
                        images.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                ImageLine::verdict, Collectors.counting()))));
    }
}
