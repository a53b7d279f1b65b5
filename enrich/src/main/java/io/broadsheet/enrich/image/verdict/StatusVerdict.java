package io.broadsheet.enrich.image.verdict;

import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.FetchResult.Answered;

import java.util.Optional;

/** What the status of an answer says, before anybody looks at its body. */
final class StatusVerdict {

    private StatusVerdict() {}

    /** Empty if the status is one of success. */
    static Optional<Finding> of(Answered answer) {
        if (answer.status() / 100 == 2) {
            return Optional.empty();
        }
        return Optional.of(new Finding(verdict(answer), "status " + answer.status()));
    }

    private static ImageVerdict verdict(Answered answer) {
        if (asksToWait(answer)) {
            return ImageVerdict.RATE_LIMITED;
        }
        return BotPages.isChallenge(answer) ? ImageVerdict.CHALLENGED : byNumber(answer.status());
    }

    private static boolean asksToWait(Answered answer) {
        return answer.status() == 429
                || (answer.status() == 503 && answer.header("retry-after").isPresent());
    }

    private static ImageVerdict byNumber(int status) {
        return switch (status) {
            case 401, 407 -> ImageVerdict.AUTH_REQUIRED;
            case 403 -> ImageVerdict.FORBIDDEN;
            case 404 -> ImageVerdict.NOT_FOUND;
            case 410 -> ImageVerdict.GONE;
            default -> byClass(status);
        };
    }

    /** A redirect of a kind that nobody can follow is as unknown as a number of no class. */
    private static ImageVerdict byClass(int status) {
        return switch (status / 100) {
            case 4 -> ImageVerdict.CLIENT_ERROR;
            case 5 -> ImageVerdict.SERVER_ERROR;
            default -> ImageVerdict.UNKNOWN_STATUS;
        };
    }
}
