package io.broadsheet.enrich.step.about;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.url.ArticleAddress;
import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.PageVariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an article is.
 *
 * @param url absolute, behind redirectors and AMP caches that name it, without tracking parameters
 * @param basis DECLARED as it stood, EXTRACTED from a guid that is a link, INFERRED if it is in any
 *     way another than that
 * @param base what relative links in the article are relative to
 * @param flags what was found wrong
 */
public record Link(
        Optional<String> url, Basis basis, Optional<String> base, List<QualityFlag> flags) {

    private static final String FIELD = "url";

    /** From link, guid and the address of the document. */
    public static Link of(RawArticle raw) {
        List<QualityFlag> flags = new ArrayList<>();
        if (isBlank(raw.getGuid())) {
            flags.add(QualityCode.GUID_MISSING.on("altIds"));
        }
        Optional<String> around = around(raw);
        if (isBlank(raw.getLink())) {
            return guidLink(raw, around, flags);
        }
        String link = raw.getLink().strip();
        if (isWeb(link)) {
            return declared(link, raw, flags);
        }
        Optional<String> resolved =
                around.flatMap(base -> NormalizedUrl.resolve(base, link)).map(Link::addressOf);
        if (resolved.isEmpty()) {
            flags.add(QualityCode.LINK_INVALID.on(FIELD, link));
        }
        Basis basis = resolved.isPresent() ? Basis.INFERRED : Basis.UNKNOWN;
        return new Link(resolved, basis, resolved.or(() -> around), flags);
    }

    /**
     * Of a form for telephones the page itself, if the guid names it; else where the link leads.
     */
    private static Link declared(String link, RawArticle raw, List<QualityFlag> flags) {
        Optional<String> page =
                Optional.of(link)
                        .filter(PageVariant::is)
                        .flatMap(_ -> permaLink(raw))
                        .filter(guid -> !PageVariant.is(guid))
                        .filter(guid -> PageVariant.isOfSamePage(guid, link));
        String url = addressOf(page.orElse(link));
        Basis basis = url.equals(link) ? Basis.DECLARED : Basis.INFERRED;
        return new Link(Optional.of(url), basis, Optional.of(url), flags);
    }

    private static String addressOf(String link) {
        return ArticleAddress.of(link).map(ArticleAddress::url).orElse(link);
    }

    private static Optional<String> permaLink(RawArticle raw) {
        boolean permaLink = !Boolean.FALSE.equals(raw.getGuidIsPermaLink());
        return Optional.ofNullable(raw.getGuid())
                .map(String::strip)
                .filter(_ -> permaLink)
                .filter(Link::isWeb);
    }

    private static Link guidLink(RawArticle raw, Optional<String> around, List<QualityFlag> flags) {
        Optional<String> guid = permaLink(raw);
        if (guid.isEmpty()) {
            flags.add(QualityCode.LINK_MISSING.on(FIELD));
            return new Link(Optional.empty(), Basis.UNKNOWN, around, flags);
        }
        Optional<String> url = guid.map(Link::addressOf);
        Basis basis = url.equals(guid) ? Basis.EXTRACTED : Basis.INFERRED;
        return new Link(url, basis, url, flags);
    }

    /** The web address of what the article was found in. */
    private static Optional<String> around(RawArticle raw) {
        return Stream.of(
                        Optional.ofNullable(raw.getFetch().getFinalUrl()),
                        Optional.ofNullable(raw.getFetch().getRequestUrl()),
                        Optional.ofNullable(raw.getSource().getUri()),
                        Optional.ofNullable(raw.getSource().getFeedUrl()))
                .flatMap(Optional::stream)
                .filter(Link::isWeb)
                .findFirst();
    }

    private static boolean isWeb(String url) {
        return NormalizedUrl.ofLink(url).isPresent();
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
