/**
 * The body of an article: parsed once, walked once for text, images and captions, and sanitised.
 * Markup from outside never gets further than this package.
 */
@NullMarked
package io.broadsheet.enrich.step.body;

import org.jspecify.annotations.NullMarked;
