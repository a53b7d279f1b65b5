package io.broadsheet.schemas.subscribe;

/** What a program does with each delivery. Called by one thread at a time, in order of offsets. */
@FunctionalInterface
public interface DeliveryHandler {

    /**
     * Does it. Once this returns, the delivery counts as done and is not given again, but for a
     * crash or a rebalance before the next commit; so doing it twice must be the same as once.
     *
     * @param delivery the next one
     * @throws Exception if it could not be done; {@link FailurePolicy} says what comes then
     */
    void handle(Delivery delivery) throws Exception;
}
