package io.broadsheet.ingest.poll.seen;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The items of one feed that were published, each by its articleId and contentHash, and the letters
 * about its bad items, so that what a feed says again is not published again. Sixteen bytes an
 * item: eight of each, enough to tell a feed's own items apart. Those of the latest document come
 * first; items that a feed no longer shows are remembered for as long again as it shows any, since
 * some feeds drop an item and bring it back. What is forgotten is only published once more, and
 * then found unchanged.
 *
 * <p>Immutable.
 */
public final class SeenItems {

    /** More items than any feed shows; 256 KiB. */
    public static final int ITEMS_MAX = 16_384;

    /** So many are remembered of the shortest feed. */
    private static final int ITEMS_MIN = 100;

    private static final int HALF_BYTES = 8;
    private static final int ENTRY_BYTES = 2 * HALF_BYTES;
    private static final int HASH_PREFIX = "sha256:".length();

    private final Map<Long, Long> hashesById;

    private SeenItems(Map<Long, Long> hashesById) {
        this.hashesById = hashesById;
    }

    /**
     * From the bytes of {@code FeedState.seenItems}; what is no whole entry at their end is left
     * out.
     */
    public static SeenItems read(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        Map<Long, Long> hashes = new LinkedHashMap<>();
        while (in.remaining() >= ENTRY_BYTES) {
            hashes.putIfAbsent(in.getLong(), in.getLong());
        }
        return new SeenItems(hashes);
    }

    /** As the bytes of {@code FeedState.seenItems}. */
    public ByteBuffer write() {
        ByteBuffer out = ByteBuffer.allocate(hashesById.size() * ENTRY_BYTES);
        hashesById.forEach((id, hash) -> out.putLong(id).putLong(hash));
        return out.flip();
    }

    /** How many are remembered. */
    public int size() {
        return hashesById.size();
    }

    /** What is new in a document, and what is remembered once it is published. */
    public Comparison compare(List<RawArticle> articles, List<DeadLetter> letters) {
        Map<Long, Long> shown = new LinkedHashMap<>();
        List<RawArticle> news = new ArrayList<>();
        int added = 0;
        for (RawArticle article : articles) {
            long id = firstBytes(article.getArticleId());
            long hash = firstBytes(article.getContentHash().substring(HASH_PREFIX));
            Long known = shown.getOrDefault(id, hashesById.get(id));
            if (known == null || known != hash) {
                news.add(article);
                added += known == null ? 1 : 0;
            }
            shown.put(id, hash);
        }
        List<DeadLetter> newLetters = letters.stream().filter(it -> isNew(it, shown)).toList();
        return new Comparison(news, newLetters, added, new SeenItems(withFormer(shown)));
    }

    /** A letter's id is all there is of it: the same about other bytes is another letter. */
    private boolean isNew(DeadLetter letter, Map<Long, Long> shown) {
        String id = letter.getDeadLetterId();
        long known = firstBytes(id.substring(2 * HALF_BYTES));
        shown.put(firstBytes(id), known);
        return !Objects.equals(hashesById.get(firstBytes(id)), known);
    }

    private Map<Long, Long> withFormer(Map<Long, Long> shown) {
        int countMax = Math.min(ITEMS_MAX, Math.max(ITEMS_MIN, 2 * shown.size()));
        Map<Long, Long> kept = new LinkedHashMap<>();
        shown.forEach((id, hash) -> putWithin(ITEMS_MAX, kept, id, hash));
        hashesById.forEach((id, hash) -> putWithin(countMax, kept, id, hash));
        return kept;
    }

    private static void putWithin(int countMax, Map<Long, Long> kept, Long id, Long hash) {
        if (kept.size() < countMax) {
            kept.putIfAbsent(id, hash);
        }
    }

    private static long firstBytes(String hex) {
        return HexFormat.fromHexDigitsToLong(hex, 0, 2 * HALF_BYTES);
    }

    /**
     * A document against what was seen before.
     *
     * @param articles those that are new or have changed, in the document's order
     * @param letters those that were not written before
     * @param added how many of the articles were not known at all
     * @param seen what is remembered from now on
     */
    public record Comparison(
            List<RawArticle> articles, List<DeadLetter> letters, int added, SeenItems seen) {

        public Comparison {
            articles = List.copyOf(articles);
            letters = List.copyOf(letters);
        }

        /** How many articles were known and say something else now. */
        public int changed() {
            return articles.size() - added;
        }
    }
}
