package io.broadsheet.enrich.image.check;

import io.broadsheet.enrich.image.verdict.Judgement;
import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.RefererMode;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.FetchResult.Answered;

import java.util.Optional;

/** One fetch of a check, with its verdict. */
record Shot(String url, RefererMode referer, FetchResult result, Judgement judgement) {

    ImageVerdict verdict() {
        return judgement.finding().verdict();
    }

    /** Whether a picture came that can be shown. */
    boolean isUsable() {
        return Outcomes.isUsable(verdict());
    }

    Optional<Answered> answer() {
        return result instanceof Answered answered ? Optional.of(answered) : Optional.empty();
    }

    /** Whether the same picture came: by its bytes, or at least by its size. */
    boolean showsTheSameAs(Shot other) {
        return isUsable() && (digest().equals(other.digest()) || size().equals(other.size()));
    }

    private Optional<String> digest() {
        return answer().map(it -> it.body().digest());
    }

    private Optional<?> size() {
        return judgement.inspection().flatMap(it -> it.header()).flatMap(it -> it.size());
    }
}
