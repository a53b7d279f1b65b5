package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Boxes.Box;
import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the primary item of an AVIF or HEIC and its properties (ISO/IEC 23008-12). */
final class HeifHeader {

    private static final int FULL_BOX_BYTES = 4;
    private static final int ITEMS_MAX = 4096;

    private final Octets octets;
    private final ImageFormat format;
    private final Boxes boxes;

    private HeifHeader(Octets octets, ImageFormat format) {
        this.octets = octets;
        this.format = format;
        this.boxes = new Boxes(octets);
    }

    static Inspection read(Octets octets, ImageFormat format) {
        return new HeifHeader(octets, format).judge();
    }

    private Inspection judge() {
        List<Box> top = boxes.within(boxes.root());
        Optional<Box> meta = boxes.child(boxes.root(), "meta").map(b -> b.skipping(FULL_BOX_BYTES));
        Optional<PixelSize> size = meta.flatMap(this::primarySize).or(this::trackSize);
        var picture = new Picture(format, size, Math.max(1, samples()), Exif.UPRIGHT);
        long end = top.isEmpty() ? 0 : top.getLast().end();
        if (end > octets.length() || (octets.whole() && meta.isEmpty() && size.isEmpty())) {
            return new Truncated(picture, "its boxes go on beyond its end");
        }
        if (size.isEmpty()
                && meta.filter(b -> octets.has(b.body(), b.end() - b.body())).isPresent()) {
            return new Corrupt(picture, "its primary item has no size");
        }
        return new Image(picture);
    }

    /** Size of the primary item as shown: HEIF rotates by a property that readers must obey. */
    private Optional<PixelSize> primarySize(Box meta) {
        List<Box> properties = propertiesOfPrimary(meta);
        boolean turned =
                properties.stream()
                        .anyMatch(p -> p.type().equals("irot") && (octets.u8(p.body()) & 1) == 1);
        return properties.stream()
                .filter(p -> p.type().equals("ispe"))
                .findFirst()
                .flatMap(p -> size(p.skipping(FULL_BOX_BYTES)))
                .map(s -> turned ? s.turned() : s);
    }

    private Optional<PixelSize> size(Box extents) {
        long width = octets.u32be(extents.body());
        long height = octets.u32be(extents.body() + 4);
        boolean possible = width > 0 && height > 0;
        return possible && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE
                ? Optional.of(new PixelSize((int) width, (int) height))
                : Optional.empty();
    }

    private List<Box> propertiesOfPrimary(Box meta) {
        List<Box> all = boxes.path(meta, "iprp", "ipco").map(boxes::within).orElse(List.of());
        Optional<Box> associations = boxes.path(meta, "iprp", "ipma");
        long primary = boxes.child(meta, "pitm").map(this::primaryItem).orElse(0L);
        List<Box> mine = new ArrayList<>();
        for (int index : associations.map(a -> indices(a, primary)).orElse(List.of())) {
            if (index >= 1 && index <= all.size()) {
                mine.add(all.get(index - 1));
            }
        }
        return mine.isEmpty() ? all : mine;
    }

    private long primaryItem(Box pitm) {
        boolean wide = octets.u8(pitm.body()) > 0;
        long id = pitm.body() + FULL_BOX_BYTES;
        return wide ? octets.u32be(id) : octets.u16be(id);
    }

    /** Property indices of one item, counted from 1. */
    private List<Integer> indices(Box ipma, long item) {
        boolean wideIds = octets.u8(ipma.body()) > 0;
        int indexBytes = (octets.u8(ipma.body() + 3) & 1) == 1 ? 2 : 1;
        int idBytes = wideIds ? 4 : 2;
        long entries = Math.min(octets.u32be(ipma.body() + FULL_BOX_BYTES), ITEMS_MAX);
        long at = ipma.body() + FULL_BOX_BYTES + 4;
        for (long i = 0; i < entries && at < ipma.end(); i++) {
            long id = wideIds ? octets.u32be(at) : octets.u16be(at);
            int count = octets.u8(at + idBytes);
            long first = at + idBytes + 1;
            if (id == item) {
                return indices(first, count, indexBytes);
            }
            at = first + (long) count * indexBytes;
        }
        return List.of();
    }

    private List<Integer> indices(long first, int count, int indexBytes) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The highest bit says whether the property is essential.
            indices.add(
                    indexBytes == 2
                            ? octets.u16be(first + 2L * i) & 0x7FFF
                            : octets.u8(first + i) & 0x7F);
        }
        return indices;
    }

    /** Frames of a sequence: the samples of its first track. */
    private int samples() {
        return boxes.path(boxes.root(), "moov", "trak", "mdia", "minf", "stbl", "stsz")
                .map(stsz -> octets.u32be(stsz.body() + FULL_BOX_BYTES + 4))
                .filter(count -> count <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(0);
    }

    /** Size of a sequence without a still: 16.16 fixed point at the end of its track header. */
    private Optional<PixelSize> trackSize() {
        return boxes.path(boxes.root(), "moov", "trak", "tkhd")
                .map(tkhd ->
                        new PixelSize(octets.u16be(tkhd.end() - 8), octets.u16be(tkhd.end() - 4)))
                .filter(size -> size.pixels() > 0);
    }
}
