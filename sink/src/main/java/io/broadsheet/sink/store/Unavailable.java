package io.broadsheet.sink.store;

/**
 * The database cannot be used just now; nothing was lost, and the same may be asked again.
 *
 * @param reason for the operator
 */
public record Unavailable(String reason) implements StoreResult, ClaimResult, OutboxResult {}
