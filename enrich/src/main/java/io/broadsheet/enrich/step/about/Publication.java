package io.broadsheet.enrich.step.about;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import java.util.List;
import java.util.Locale;

/** Whether the publisher wants an article to be shown (ninjs, {@code pubstatus}). */
public final class Publication {

    private static final List<String> WITHDRAWN =
            List.of("canceled", "cancelled", "retracted", "withdrawn", "deleted");

    private Publication() {}

    /** USABLE unless the source says otherwise; what it says in other words is WITHHELD. */
    public static PubStatus statusOf(RawArticle raw) {
        return raw.getQuality().stream()
                .filter(flag -> flag.getCode().equals(QualityCode.PUB_STATUS_NOT_USABLE.name()))
                .findFirst()
                .map(Publication::told)
                .orElse(PubStatus.USABLE);
    }

    /** A word alone, or the end of a URI of the IPTC's. */
    private static PubStatus told(QualityFlag flag) {
        String status = String.valueOf(flag.getDetail()).toLowerCase(Locale.ROOT);
        return WITHDRAWN.stream().anyMatch(status::endsWith)
                ? PubStatus.CANCELED
                : PubStatus.WITHHELD;
    }
}
