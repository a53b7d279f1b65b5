package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ArticleSketch;

/** Two articles that met in the index and belong together; the elder is the primary of the two. */
public record Meeting(ArticleSketch elder, ArticleSketch younger, Match match) {}
