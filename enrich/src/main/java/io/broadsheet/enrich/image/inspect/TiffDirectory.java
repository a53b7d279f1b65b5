package io.broadsheet.enrich.image.inspect;

import java.util.Optional;

/** The first directory of a TIFF structure, which is also how EXIF is laid out. */
final class TiffDirectory {

    private static final int ENTRIES_MAX = 1024;
    private static final int ENTRY_BYTES = 12;
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final Octets octets;
    private final boolean bigEndian;
    private final long at;

    private TiffDirectory(Octets octets, boolean bigEndian, long at) {
        this.octets = octets;
        this.bigEndian = bigEndian;
        this.at = at;
    }

    /**
     * The first directory, or empty if there is no TIFF header or the directory is not at hand.
     *
     * @param tiff where the byte order mark stands; offsets count from there
     */
    static Optional<TiffDirectory> first(Octets octets, long tiff) {
        boolean bigEndian = octets.says(tiff, "MM\0*");
        if (!bigEndian && !octets.says(tiff, "II*\0")) {
            return Optional.empty();
        }
        var header = new TiffDirectory(octets, bigEndian, tiff);
        var directory = new TiffDirectory(octets, bigEndian, tiff + header.u32(tiff + 4));
        return octets.has(directory.at, 2) ? Optional.of(directory) : Optional.empty();
    }

    /** The first value of a tag that holds whole numbers, 0 if it is not there. */
    long number(int tag) {
        int entries = Math.min(u16(at), ENTRIES_MAX);
        for (int i = 0; i < entries; i++) {
            long entry = at + 2 + (long) i * ENTRY_BYTES;
            if (u16(entry) == tag) {
                return value(entry);
            }
        }
        return 0;
    }

    private long value(long entry) {
        return switch (u16(entry + 2)) {
            case BYTE -> octets.u8(entry + 8);
            case SHORT -> u16(entry + 8);
            case LONG -> u32(entry + 8);
            default -> 0;
        };
    }

    private int u16(long place) {
        return bigEndian ? octets.u16be(place) : octets.u16le(place);
    }

    private long u32(long place) {
        return bigEndian ? octets.u32be(place) : octets.u32le(place);
    }
}
