package io.broadsheet.enrich.image.service;

/**
 * Whose image it is.
 *
 * @param site what someone registered, to which limits apply: {@code example.com}
 * @param name of one of its machines: {@code img1.example.com}
 */
record CheckedHost(String site, String name) {}
