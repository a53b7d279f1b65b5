package io.broadsheet.enrich.image.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of an ISO base media file (ISO/IEC 14496-12), one level at a time. */
final class Boxes {

    /** More boxes than this on one level are not looked at. */
    private static final int BOXES_MAX = 4096;

    private static final int HEADER_BYTES = 8;
    private static final int LARGE_HEADER_BYTES = 16;

    private final Octets octets;

    Boxes(Octets octets) {
        this.octets = octets;
    }

    /**
     * One box.
     *
     * @param type four characters
     * @param body where its content begins
     * @param end where it ends, at hand or not
     */
    record Box(String type, long body, long end) {

        /** The part of this box after the version and flags of a full box, or any other prefix. */
        Box skipping(int bytes) {
            return new Box(type, Math.min(body + bytes, end), end);
        }
    }

    /** The whole body as one box. */
    Box root() {
        return new Box("root", 0, octets.length());
    }

    /** The boxes directly within a box, as far as their headers are at hand. */
    List<Box> within(Box parent) {
        List<Box> boxes = new ArrayList<>();
        long at = parent.body();
        while (boxes.size() < BOXES_MAX
                && at + HEADER_BYTES <= parent.end()
                && octets.has(at, HEADER_BYTES)) {
            Box box = at(at, parent.end());
            boxes.add(box);
            if (box.end() <= at) {
                break;
            }
            at = box.end();
        }
        return boxes;
    }

    /** The first box of this type directly within a box. */
    Optional<Box> child(Box parent, String type) {
        return within(parent).stream().filter(box -> box.type().equals(type)).findFirst();
    }

    /** The first box found by going down these types. */
    Optional<Box> path(Box from, String... types) {
        Optional<Box> box = Optional.of(from);
        for (String type : types) {
            box = box.flatMap(parent -> child(parent, type));
        }
        return box;
    }

    private Box at(long at, long parentEnd) {
        long size = octets.u32be(at);
        String type = octets.latin1(at + 4, 4);
        if (size == 0) {
            return new Box(type, at + HEADER_BYTES, parentEnd);
        }
        if (size == 1) {
            long large = octets.u32be(at + 8) << 32 | octets.u32be(at + 12);
            long end = large < LARGE_HEADER_BYTES ? at : Math.max(at, at + large);
            return new Box(type, at + LARGE_HEADER_BYTES, end);
        }
        return new Box(type, at + HEADER_BYTES, size < HEADER_BYTES ? at : at + size);
    }
}
