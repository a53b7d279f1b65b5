package io.broadsheet.web.fetch;

import io.broadsheet.web.url.WebUrl;

/** Whether a URL may be asked for at all, as far as its text tells. */
sealed interface UrlVetting {

    /** It may; its addresses are still to be vetted. */
    record Passed(WebUrl url) implements UrlVetting {}

    /** It may not. */
    record Stopped(RefusalCode code, String detail) implements UrlVetting {}
}
