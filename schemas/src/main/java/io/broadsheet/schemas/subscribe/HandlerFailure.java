package io.broadsheet.schemas.subscribe;

/**
 * A delivery that the handler could not do.
 *
 * @param delivery which
 * @param cause what the handler threw the last time
 * @param attempts how often it was tried so far, from 1
 */
public record HandlerFailure(Delivery delivery, Exception cause, int attempts) {}
