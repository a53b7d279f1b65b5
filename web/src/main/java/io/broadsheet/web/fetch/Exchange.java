package io.broadsheet.web.fetch;

import io.broadsheet.web.url.WebUrl;

/** Makes the single requests of one fetch. */
interface Exchange {

    /**
     * Asks once for a URL whose text was vetted. Redirects are reported, not followed; nothing is
     * thrown.
     */
    Outcome with(WebUrl url, HopClock clock);
}
