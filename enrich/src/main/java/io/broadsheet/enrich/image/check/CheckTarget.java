package io.broadsheet.enrich.image.check;

import java.util.Optional;

/**
 * What is to be checked.
 *
 * @param imageId under which the report goes out
 * @param url as the article has it
 * @param articleUrl of the article that carries it, if it has one: what a relative URL is relative
 *     to, and one of the Referers that are tried
 */
public record CheckTarget(String imageId, String url, Optional<String> articleUrl) {}
