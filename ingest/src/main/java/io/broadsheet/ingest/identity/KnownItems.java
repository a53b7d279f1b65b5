package io.broadsheet.ingest.identity;

import io.broadsheet.v1.IdentityBasis;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The articles of one source by all that they are known by, so that one that comes under another id
 * is still the same. The latest are kept, in the order in which they came. Not thread-safe.
 */
public final class KnownItems {

    private static final int ID_BYTES = 16;
    private static final int FIXED_BYTES = ID_BYTES + 3 * Long.BYTES + Integer.BYTES + 1;

    /** Their places are their codes: they stay. */
    private static final List<IdentityBasis> BASES =
            List.of(
                    IdentityBasis.UNKNOWN,
                    IdentityBasis.GUID,
                    IdentityBasis.CANONICAL_URL,
                    IdentityBasis.LINK,
                    IdentityBasis.CONTENT_FINGERPRINT);

    private static final int ALIAS_BIT = 0x40;
    private static final int WEEK = 7;

    /** A title of more articles is a rubric's. */
    private static final int SAME_TITLE_MAX = 16;

    private static final HexFormat HEX = HexFormat.of();

    private final int itemsMax;
    private final Map<String, KnownItem> byRungId = new LinkedHashMap<>();
    private final Map<ItemNames, String> byNames = new HashMap<>();
    private final Map<Long, Set<String>> byTitle = new HashMap<>();

    /**
     * Nothing yet.
     *
     * @param itemsMax the oldest of more are forgotten
     */
    public KnownItems(int itemsMax) {
        this.itemsMax = itemsMax;
    }

    /** From what {@link #write} gave; what is no whole entry at its end is left out. */
    public static KnownItems read(ByteBuffer bytes, int itemsMax) {
        var known = new KnownItems(itemsMax);
        ByteBuffer in = bytes.duplicate();
        boolean more = true;
        while (more) {
            Optional<KnownItem> item = readItem(in);
            item.ifPresent(known::remember);
            more = item.isPresent();
        }
        return known;
    }

    private static Optional<KnownItem> readItem(ByteBuffer in) {
        if (in.remaining() < FIXED_BYTES) {
            return Optional.empty();
        }
        int head = in.get();
        boolean alias = (head & ALIAS_BIT) != 0;
        if (alias && in.remaining() < FIXED_BYTES - 1 + ID_BYTES) {
            return Optional.empty();
        }
        String rungId = readId(in);
        String articleId = alias ? readId(in) : rungId;
        return Optional.of(
                new KnownItem(
                        rungId,
                        articleId,
                        BASES.get(Math.min(head & ~ALIAS_BIT, BASES.size() - 1)),
                        new ItemNames(in.getLong(), in.getLong(), in.getLong()),
                        in.getInt()));
    }

    private static String readId(ByteBuffer in) {
        byte[] id = new byte[ID_BYTES];
        in.get(id);
        return HEX.formatHex(id);
    }

    /** As bytes: 45 for each item, 61 where its id is not the ladder's. */
    public ByteBuffer write() {
        ByteBuffer out = ByteBuffer.allocate(byRungId.size() * (FIXED_BYTES + ID_BYTES));
        for (KnownItem item : byRungId.values()) {
            out.put((byte) (BASES.indexOf(item.basis()) | (item.isAlias() ? ALIAS_BIT : 0)));
            out.put(HEX.parseHex(item.rungId()));
            if (item.isAlias()) {
                out.put(HEX.parseHex(item.articleId()));
            }
            ItemNames names = item.names();
            out.putLong(names.link()).putLong(names.title()).putLong(names.published());
            out.putInt(item.day());
        }
        return out.flip();
    }

    /** How many are known. */
    public int size() {
        return byRungId.size();
    }

    /** Keeps an item as the latest, in place of what was known under its rungId. */
    void remember(KnownItem item) {
        forget(item.rungId());
        byRungId.put(item.rungId(), item);
        if (item.names().areTelling()) {
            byNames.put(item.names(), item.rungId());
        }
        if (item.names().title() != 0) {
            byTitle.computeIfAbsent(item.names().title(), _ -> new HashSet<>()).add(item.rungId());
        }
        keepLatest(itemsMax);
    }

    private void forget(String rungId) {
        KnownItem item = byRungId.remove(rungId);
        if (item != null) {
            byNames.remove(item.names(), rungId);
            byTitle.computeIfPresent(
                    item.names().title(),
                    (_, ids) -> ids.remove(rungId) && ids.isEmpty() ? null : ids);
        }
    }

    /** What the ladder gave this id before. */
    Optional<KnownItem> find(String rungId) {
        return Optional.ofNullable(byRungId.get(rungId));
    }

    /** What has the same link, title and date. */
    Optional<KnownItem> find(ItemNames names) {
        return names.areTelling()
                ? Optional.ofNullable(byNames.get(names)).flatMap(this::find)
                : Optional.empty();
    }

    /**
     * The one article with that title of the same week, of which only one of the two has a name of
     * its own: a copy that has lost its link, or has one at last. Empty if there are several.
     */
    Optional<KnownItem> findCopy(KnownItem item) {
        Set<String> same = byTitle.getOrDefault(item.names().title(), Set.of());
        if (same.size() > SAME_TITLE_MAX) {
            return Optional.empty();
        }
        List<KnownItem> copies =
                same.stream()
                        .flatMap(id -> find(id).stream())
                        .filter(it -> it.isKnownByContentOnly() != item.isKnownByContentOnly())
                        .filter(it -> Math.abs(it.day() - item.day()) <= WEEK)
                        .toList();
        return copies.stream().map(KnownItem::articleId).distinct().count() == 1
                ? Optional.of(copies.getFirst())
                : Optional.empty();
    }

    /** Forgets the oldest until no more than so many are left. */
    public void keepLatest(int count) {
        while (byRungId.size() > count) {
            forget(byRungId.keySet().iterator().next());
        }
    }
}
