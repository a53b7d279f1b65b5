package io.broadsheet.enrich;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;
import io.broadsheet.v1.SourceKind;

import java.time.Instant;
import java.util.List;

/**
 * An article of our own with the dirt of the reference article (CONTRACT section 10): the dot
 * missing in one image, a caption in two grey spans, no link, no id, local time that is called GMT.
 */
public final class LookAlike {

    /** When it is read, long after. */
    public static final Instant SEEN_AT = Instant.parse("2024-05-01T00:00:00Z");

    /** Its lead image, whose extension lacks its dot. */
    public static final String LEAD = "https://img.example.cn/news/2023/06/05/20230605081520123png";

    /** Its second image. */
    public static final String SECOND =
            "https://img.example.cn/news/2023/06/05/20230605081520456.jpg";

    /** What stands under its second image. */
    public static final String CAPTION = "6月4日，镇上的老师傅在桥头修理一盏旧路灯。";

    /** Its paragraphs, in order. */
    public static final List<String> PARAGRAPHS =
            List.of(
                    "6月4日晚，小镇的居民在河边的广场上举办了一年一度的灯会。孩子们提着自己做的灯笼，从东街走到西街。",
                    "会上，各条街道的代表介绍了“老灯新修”的经过，并请来三位师傅讲课。",
                    "王一、李二、张三、赵四、钱五参加了灯会。");

    private LookAlike() {}

    /** Its body, as a feed-to-blog script would write it. */
    public static String html() {
        return """
        <div>  \s
        <p style="text-align:center;">
        <img src="%s" style="max-width:600px;" referrerpolicy="no-referrer">\s
        </p>
        <p>
        %s
        </p>
        <p style="text-align:center;">
        <img src="%s" style="max-width:600px;" referrerpolicy="no-referrer">\s
        </p>
        <p style="text-align:center;">
        <span style="color:#666666;">6月4日，镇上的老师傅在桥头修理一盏旧</span>\
        <span style="color:#666666;">路灯</span>。
        </p>
        <p>
        %s
        </p>
        <p>
        %s
        </p>
         \s
        </div>
        """
                .formatted(LEAD, PARAGRAPHS.get(0), SECOND, PARAGRAPHS.get(1), PARAGRAPHS.get(2));
    }

    /** The raw article. */
    public static RawArticle.Builder raw() {
        return RawArticle.newBuilder()
                .setArticleId("0".repeat(32))
                .setIdentityBasis(IdentityBasis.CONTENT_FINGERPRINT)
                .setSource(source())
                .setTitle("小镇灯会：一年里最亮、最热闹的一个晚上")
                .setPublished("Mon, 05 Jun 2023 08:17:00 GMT")
                .setAuthors(List.of(Agent.newBuilder().setName("小镇新闻网").build()))
                .setCategories(List.of(category("新媒体"), category("小镇新闻网"), category("首页")))
                .setImages(
                        List.of(
                                image(ImageRole.LEAD, "headimg", LEAD),
                                image(ImageRole.THUMBNAIL, "thumbnail", LEAD)))
                .setContent(content("text/html", html()))
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("f")
                                .setRequestUrl("file:///posts/000.txt")
                                .setRetrievedAt(SEEN_AT)
                                .build())
                .setContentHash("sha256:00")
                .setIngestedAt(SEEN_AT);
    }

    /** The article on its way in. */
    public static EnrichInput input(RawArticle raw) {
        return new EnrichInput(raw, new RecordRef("news.articles.raw.v1", 0, 7L), SEEN_AT);
    }

    /** A body of some type. */
    public static Content content(String type, String value) {
        return Content.newBuilder()
                .setContentType(type)
                .setValue(value)
                .setSizeInBytes(value.length())
                .setDigest("sha256:00")
                .build();
    }

    /** An image that the source names. */
    public static RawImage image(ImageRole role, String field, String url) {
        return RawImage.newBuilder().setRole(role).setField(field).setUrl(url).build();
    }

    private static Source source() {
        return Source.newBuilder()
                .setSourceId("town")
                .setName("小镇新闻网")
                .setKind(SourceKind.FRONT_MATTER)
                .setCollector("RSSHub")
                .setPlatform("新媒体")
                .setSection("首页")
                .build();
    }

    private static Category category(String term) {
        return Category.newBuilder().setTerm(term).build();
    }
}
