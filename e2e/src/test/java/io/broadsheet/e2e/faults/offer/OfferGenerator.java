package io.broadsheet.e2e.faults.offer;

import io.broadsheet.e2e.faults.offer.Label.Kind;
import io.broadsheet.runtime.digest.Sha256;

import org.apache.kafka.common.utils.Utils;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes offers, the same ones for the same seed: of a hundred, 10 repeat an article, 5 bring two
 * revisions of one in the wrong order, 5 are bad, 1 is refused by the store; dates are of all
 * kinds. Used by one thread at a time.
 */
public final class OfferGenerator {

    /** What the store is told to refuse in a headline. */
    public static final String REFUSED_MARK = "refused by the store";

    /** Whose articles they all are. */
    public static final String SOURCE = Draft.SOURCE;

    private static final int RECENT_MAX = 200;
    private static final int IMAGE_PERCENT = 5;
    private static final List<String> DATES =
            List.of(
                    "Sun, 13 Mar 2022 09:42:07 GMT",
                    "2024-02-29T23:59:59+08:00",
                    "1970-01-01T00:00:00Z",
                    "2039-01-19T03:14:08Z",
                    "9999-12-31T23:59:59Z",
                    "-0044-03-15T12:00:00Z",
                    "300000-01-01T00:00:00Z",
                    "yesterday");

    private final long seed;
    private final String imageBase;
    private final Random random;
    private final List<Draft> recent = new ArrayList<>();
    private int next;

    /**
     * @param imageBase URL that images hang from; empty for articles without images
     */
    public OfferGenerator(long seed, String imageBase) {
        this.seed = seed;
        this.imageBase = imageBase;
        this.random = new Random(seed);
    }

    /** The next offer, or the next two that belong together. */
    public List<Offer> next() {
        int dice = random.nextInt(100);
        if (dice < 10 && !recent.isEmpty()) {
            return List.of(duplicate());
        }
        if (dice < 15 && !recent.isEmpty()) {
            return revisions();
        }
        if (dice < 20) {
            return List.of(bad());
        }
        if (dice < 21) {
            return List.of(article(Kind.REFUSED, REFUSED_MARK, ""));
        }
        String image = random.nextInt(100) < IMAGE_PERCENT ? image() : "";
        Offer good = article(Kind.GOOD, "grün, naïve, 北京, 😀", image);
        return List.of(good);
    }

    /** An article for each partition of the raw topic; the first has an image. */
    public List<Offer> probes(int partitions) {
        List<Offer> probes = new ArrayList<>();
        while (probes.size() < partitions) {
            Draft draft = draft("probe", probes.isEmpty() ? image() : "");
            byte[] key = draft.articleId().getBytes(StandardCharsets.UTF_8);
            if (Utils.toPositive(Utils.murmur2(key)) % partitions == probes.size()) {
                probes.add(offer(draft, new Label(Kind.PROBE, next, 1)));
            } else {
                next++; // another index gives another id
            }
        }
        return probes;
    }

    private Offer article(Kind kind, String title, String image) {
        Draft draft = draft(title, image);
        if (kind == Kind.GOOD) {
            remember(draft);
        }
        return offer(draft, new Label(kind, next, 1));
    }

    private Draft draft(String title, String image) {
        String guid = Sha256.id(seed + " " + next);
        return new Draft(
                next,
                guid,
                "Article %d, %s".formatted(next, title),
                "Words of %d that say grün, naïve and 北京 😀.".formatted(next),
                DATES.get(random.nextInt(DATES.size())),
                image);
    }

    private Offer duplicate() {
        Draft again = recent.get(random.nextInt(recent.size()));
        return offer(again, new Label(Kind.DUPLICATE, again.index(), 1));
    }

    private List<Offer> revisions() {
        Draft draft = recent.remove(random.nextInt(recent.size()));
        Offer third = offer(draft.revised(3), new Label(Kind.REVISION, draft.index(), 3));
        Draft second = draft.revised(2);
        remember(second);
        return List.of(third, offer(second, new Label(Kind.REVISION, draft.index(), 2)));
    }

    private Offer bad() {
        BadKind[] kinds = BadKind.values();
        BadKind kind = kinds[random.nextInt(kinds.length)];
        int index = next++;
        Kind how = kind.isRecord() ? Kind.BAD_RECORD : Kind.BAD_FILE;
        String name = kind.isRecord() ? "bad-%07d".formatted(index) : "%07d.md".formatted(index);
        return new Offer(
                index,
                new Label(how, index, 1),
                name,
                kind.content(index),
                new Expected.Letter(kind.code()));
    }

    private Offer offer(Draft draft, Label label) {
        int index = next++;
        return new Offer(
                index,
                label,
                "%07d.md".formatted(index),
                draft.document(),
                new Expected.Article(draft.articleId(), draft.text()));
    }

    private String image() {
        return imageBase.isEmpty() ? "" : imageBase + "/" + next + ".png";
    }

    private void remember(Draft draft) {
        recent.add(draft);
        if (recent.size() > RECENT_MAX) {
            recent.removeFirst();
        }
    }
}
