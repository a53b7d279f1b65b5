package io.broadsheet.desk.flow;

/**
 * How a service is.
 *
 * @param service its name
 * @param well whether it works
 * @param words what it does, or why it does not
 */
public record ServiceHealth(String service, boolean well, String words) {}
