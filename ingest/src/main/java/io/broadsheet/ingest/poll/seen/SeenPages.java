package io.broadsheet.ingest.poll.seen;

import io.broadsheet.runtime.digest.Sha256;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of the sitemaps of one source was read already: pages and sitemaps by their URL and what
 * their sitemap said of their last change, articles by their identity and content. Kept in the same
 * bytes as {@link SeenItems}. What is named again is kept before what is not, up to {@link
 * SeenItems#ITEMS_MAX}. Used by one thread.
 */
public final class SeenPages {

    private static final int HALF_DIGITS = 16;
    private static final int ENTRY_BYTES = 16;

    private final Map<Long, Long> former = new LinkedHashMap<>();
    private final Map<Long, Long> named = new LinkedHashMap<>();

    private SeenPages() {}

    /** From the bytes of {@code FeedState.seenItems}. */
    public static SeenPages read(ByteBuffer bytes) {
        var seen = new SeenPages();
        ByteBuffer in = bytes.duplicate();
        while (in.remaining() >= ENTRY_BYTES) {
            seen.former.putIfAbsent(in.getLong(), in.getLong());
        }
        return seen;
    }

    /** As the bytes of {@code FeedState.seenItems}. */
    public ByteBuffer write() {
        Map<Long, Long> kept = new LinkedHashMap<>();
        named.forEach((name, version) -> keep(kept, name, version));
        former.forEach((name, version) -> keep(kept, name, version));
        ByteBuffer out = ByteBuffer.allocate(kept.size() * ENTRY_BYTES);
        kept.forEach((name, version) -> out.putLong(name).putLong(version));
        return out.flip();
    }

    private static void keep(Map<Long, Long> kept, Long name, Long version) {
        if (kept.size() < SeenItems.ITEMS_MAX) {
            kept.putIfAbsent(name, version);
        }
    }

    /** Whether that version was read; if so it is remembered on. */
    public boolean has(String name, String version) {
        long key = hash(name);
        Long known = named.containsKey(key) ? named.get(key) : former.get(key);
        if (known == null || known != hash(version)) {
            return false;
        }
        put(key, known);
        return true;
    }

    /** Remembers it. */
    public void add(String name, String version) {
        put(hash(name), hash(version));
    }

    /** When something that has no versions was looked at, in seconds since 1970; 0 if never. */
    public long lookedAt(String name) {
        long key = hash(name);
        return named.getOrDefault(key, former.getOrDefault(key, 0L));
    }

    /** Remembers that it was looked at. */
    public void lookedAt(String name, long epochSecond) {
        put(hash(name), epochSecond);
    }

    private void put(Long name, Long version) {
        former.remove(name);
        named.put(name, version);
    }

    /** Whether nothing more can be remembered without forgetting something. */
    public boolean isFull() {
        return named.size() + former.size() >= SeenItems.ITEMS_MAX;
    }

    private static long hash(String text) {
        return HexFormat.fromHexDigitsToLong(Sha256.id(text), 0, HALF_DIGITS);
    }
}
