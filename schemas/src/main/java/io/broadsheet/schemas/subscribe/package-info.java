/**
 * The enriched articles for a Java program: {@link io.broadsheet.schemas.subscribe.ArticleStream}
 * reads them at least once, and says what it could not read.
 */
@NullMarked
package io.broadsheet.schemas.subscribe;

import org.jspecify.annotations.NullMarked;
