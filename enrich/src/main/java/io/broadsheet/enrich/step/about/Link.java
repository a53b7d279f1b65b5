package io.broadsheet.enrich.step.about;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.url.NormalizedUrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an article is.
 *
 * @param url absolute, as declared or made absolute by where it was found
 * @param basis DECLARED as it stood, EXTRACTED from a guid that is a link, INFERRED by making it
 *     absolute
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
            return new Link(Optional.of(link), Basis.DECLARED, Optional.of(link), flags);
        }
        Optional<String> resolved =
                around.flatMap(base -> NormalizedUrl.resolve(base, link)).filter(Link::isWeb);
        if (resolved.isEmpty()) {
            flags.add(QualityCode.LINK_INVALID.on(FIELD, link));
        }
        Basis basis = resolved.isPresent() ? Basis.INFERRED : Basis.UNKNOWN;
        return new Link(resolved, basis, resolved.or(() -> around), flags);
    }

    private static Link guidLink(RawArticle raw, Optional<String> around, List<QualityFlag> flags) {
        boolean permaLink = !Boolean.FALSE.equals(raw.getGuidIsPermaLink());
        Optional<String> guid =
                Optional.ofNullable(raw.getGuid()).filter(_ -> permaLink).filter(Link::isWeb);
        if (guid.isEmpty()) {
            flags.add(QualityCode.LINK_MISSING.on(FIELD));
            return new Link(Optional.empty(), Basis.UNKNOWN, around, flags);
        }
        return new Link(guid, Basis.EXTRACTED, guid, flags);
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
