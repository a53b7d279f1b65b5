package io.broadsheet.bench.sink;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Enriched articles of random words, as frequent as words are, log-normal in length as real ones
 * are (about 7 KB as JSON on average), more than half of them Chinese, two images each: a load, not
 * a text.
 */
final class ArticleLoad {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HAN_FIRST = 0x4e00;
    private static final int HAN_COUNT = 3_000;
    private static final double CHINESE = 0.55;

    private static final List<String> HAN = vocabulary(30_000, ArticleLoad::hanWord);
    private static final List<String> LATIN = vocabulary(50_000, ArticleLoad::latinWord);

    static {
        ContractClasses.trust();
    }

    private final Random random;

    ArticleLoad(long seed) {
        random = new Random(seed);
    }

    List<EnrichedArticle> articles(int count) {
        List<EnrichedArticle> articles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            articles.add(article(i));
        }
        return articles;
    }

    private EnrichedArticle article(int number) {
        String id = "%032x".formatted(random.nextLong() & Long.MAX_VALUE);
        boolean chinese = random.nextDouble() < CHINESE;
        int bytes = (int) Math.min(50_000, Math.exp(8.2 + 0.75 * random.nextGaussian()));
        String body = chinese ? han(bytes / 3) : words(bytes / 6);
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setContentHash("sha256:" + id + id)
                .setPubStatus(PubStatus.USABLE)
                .setState(EnrichmentState.COMPLETE)
                .setSource(Source.newBuilder().setSourceId("source-" + number % 50).build())
                .setUrl("https://news.example/" + number % 50 + "/" + id)
                .setHeadline(chinese ? han(20) : words(9))
                .setDescription(chinese ? han(60) : words(25))
                .setArticleBody(body)
                .setWordCount(bytes / 5)
                .setInLanguage(chinese ? "zh-Hans" : "en")
                .setDatePublished(BEGIN.plusSeconds(60L * number))
                .setFirstCreated(BEGIN.plusSeconds(60L * number))
                .setVersionCreated(BEGIN.plusSeconds(60L * number))
                .setKeywords(List.of("eins", "zwei", "drei"))
                .setImages(List.of(image(id, 0), image(id, 1)))
                .setPrimaryImageId(id)
                .setRawRef(
                        RecordRef.newBuilder()
                                .setTopic("news.articles.raw.v1")
                                .setPartition(0)
                                .setOffset(number)
                                .build())
                .build();
    }

    private static ArticleImage image(String id, int position) {
        return ArticleImage.newBuilder()
                .setImageId(position + id.substring(1))
                .setUrl("https://img.news.example/" + id + "/" + position + ".jpg")
                .setRoles(List.of(ImageRole.INLINE))
                .setPosition(position)
                .setOutcome(ImageOutcome.USABLE)
                .setVerdict(ImageVerdict.OK)
                .setEncodingFormat("image/jpeg")
                .setWidth(1200)
                .setHeight(800)
                .setContentSize(123_456L)
                .setCheckedAt(BEGIN)
                .build();
    }

    private String han(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            text.append(HAN.get(rank(HAN.size())));
            if (random.nextInt(8) == 0) {
                text.append('\uff0c');
            }
        }
        return text.toString();
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LATIN.get(rank(LATIN.size()))).append(' ');
        }
        return text.toString();
    }

    /** As in a language, the n-th word is met about 1/n times as often as the first (Zipf). */
    private int rank(int count) {
        return (int) Math.pow(count, random.nextDouble()) - 1;
    }

    private static List<String> vocabulary(int count, Function<Random, String> word) {
        Random random = new Random(count);
        return IntStream.range(0, count).mapToObj(_ -> word.apply(random)).toList();
    }

    private static String hanWord(Random random) {
        int first = HAN_FIRST + random.nextInt(HAN_COUNT);
        return Character.toString(first) + (char) (HAN_FIRST + random.nextInt(HAN_COUNT));
    }

    private static String latinWord(Random random) {
        return Integer.toString(1_000 + random.nextInt(50_000_000), 36);
    }
}
