package io.broadsheet.web.fetch;

import java.util.List;
import java.util.Map;

/** How one request of a fetch ended. */
sealed interface Outcome {

    /** An answer that ends the fetch. */
    record Answer(String url, int status, Map<String, List<String>> headers, FetchResult.Body body)
            implements Outcome {}

    /** An answer that leads on. */
    record Moved(String target) implements Outcome {}

    /** It was not made. */
    record Refusal(RefusalCode code, String detail) implements Outcome {}

    /** It was not answered, or in a way that leads nowhere. */
    record Failure(FetchFailure kind, String detail) implements Outcome {}
}
