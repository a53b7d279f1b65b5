package io.broadsheet.enrich.image.check;

import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;

/**
 * The way out, as the one who runs a check lets it be used: at his pace, and through {@link
 * io.broadsheet.web.fetch.SafeFetcher} in the end.
 */
@FunctionalInterface
public interface Fetching {

    /** Fetches; may wait before. */
    FetchResult fetch(FetchRequest request);
}
