package io.broadsheet.ingest.identity;

import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Severity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each article of a document the id under which it was published first. A source that changes
 * its guids, or drops and adds links, makes no second article; and one that gives its guid to
 * another article does not overwrite the first. Used for one document.
 */
public final class Recognition {

    private final KnownItems known;
    private final Instant now;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final List<KnownItem> seen = new ArrayList<>();
    private int misnamed;

    /**
     * @param known of the same source before the document
     * @param now when it was read
     */
    public Recognition(KnownItems known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /**
     * The articles under their ids, each once: of several copies of one the first. What it was
     * given is not changed.
     */
    public List<RawArticle> recognise(List<RawArticle> articles) {
        articles.forEach(article -> shown.add(article.getArticleId()));
        return articles.stream()
                .map(this::recognise)
                .filter(article -> given.add(article.getArticleId()))
                .toList();
    }

    private RawArticle recognise(RawArticle article) {
        KnownItem item = item(article);
        Optional<KnownItem> former = known.find(item.rungId());
        if (former.isPresent()) {
            return isAnother(item, former.get())
                    ? another(article)
                    : carry(article, item, former.get());
        }
        return known.find(item.names())
                .filter(it -> shown.add(it.rungId()))
                .or(() -> known.findCopy(item).filter(it -> shown.add(it.rungId())))
                .map(same -> renamed(article, item, same))
                .orElseGet(() -> keep(article, item));
    }

    private KnownItem item(RawArticle article) {
        String id = article.getArticleId();
        return new KnownItem(
                id,
                id,
                article.getIdentityBasis(),
                ItemNames.of(article),
                PublishedDay.of(article.getPublished(), now));
    }

    private static boolean isAnother(KnownItem item, KnownItem former) {
        return item.basis() == IdentityBasis.GUID && item.names().shareNothingWith(former.names());
    }

    /** The guid was another article's before: it names neither. */
    private RawArticle another(RawArticle article) {
        misnamed++;
        ArticleId id = ArticleId.withoutGuid(article);
        RawArticle other =
                RawArticle.newBuilder(article)
                        .setArticleId(id.value())
                        .setIdentityBasis(id.basis())
                        .setQuality(
                                with(
                                        article.getQuality(),
                                        flag(
                                                "GUID_REUSED",
                                                Severity.WARNING,
                                                "guid",
                                                "of an earlier article")))
                        .build();
        KnownItem item = item(other);
        return known.find(item.rungId())
                .map(former -> carry(other, item, former))
                .orElseGet(() -> keep(other, item));
    }

    private RawArticle renamed(RawArticle article, KnownItem item, KnownItem same) {
        if (item.basis() == IdentityBasis.GUID && same.basis() == IdentityBasis.GUID) {
            misnamed++;
        }
        return carry(article, item, same);
    }

    private RawArticle keep(RawArticle article, KnownItem item) {
        seen.add(item);
        return article;
    }

    /** Under the id of the former. */
    private RawArticle carry(RawArticle article, KnownItem item, KnownItem former) {
        KnownItem carried =
                new KnownItem(
                        item.rungId(),
                        former.articleId(),
                        former.basis(),
                        item.names(),
                        former.day());
        seen.add(carried);
        if (!carried.isAlias()) {
            return article;
        }
        String alias = "article:" + item.rungId();
        return RawArticle.newBuilder(article)
                .setArticleId(former.articleId())
                .setIdentityBasis(former.basis())
                .setAltIds(with(article.getAltIds(), alias))
                .setQuality(
                        with(
                                article.getQuality(),
                                flag(
                                        "IDENTITY_CARRIED",
                                        Severity.INFO,
                                        "articleId",
                                        "by its %s it would be %s"
                                                .formatted(item.basis(), item.rungId()))))
                .build();
    }

    private static QualityFlag flag(String code, Severity severity, String field, String detail) {
        return QualityFlag.newBuilder()
                .setCode(code)
                .setSeverity(severity)
                .setField(field)
                .setDetail(detail)
                .build();
    }

    private static <T> List<T> with(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    /** How many articles came under a guid that was not theirs for good. */
    public int misnamed() {
        return misnamed;
    }

    /** Adds what the document showed to what is known, as the latest. */
    public void remember() {
        seen.forEach(known::remember);
    }
}
