package io.broadsheet.schemas.subscribe;

/** The stream has stopped because its handler failed and its policy said so. */
public final class HandlerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Not part of the serial form: deliveries are none. */
    private final transient HandlerFailure failure;

    HandlerFailedException(HandlerFailure failure) {
        super(
                "handling "
                        + failure.delivery().origin().place()
                        + " failed at attempt "
                        + failure.attempts()
                        + "; it is not committed, and the next reader of the group gets it again",
                failure.cause());
        this.failure = failure;
    }

    /** What failed. */
    public HandlerFailure failure() {
        return failure;
    }
}
