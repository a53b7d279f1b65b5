package io.broadsheet.enrich.step.images;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.QualityFlag;

import java.util.List;

/**
 * The images of an article, none twice.
 *
 * @param all in order: those the source named first, then those of the body
 * @param flags what was found wrong
 */
public record Images(List<ArticleImage> all, List<QualityFlag> flags) {}
