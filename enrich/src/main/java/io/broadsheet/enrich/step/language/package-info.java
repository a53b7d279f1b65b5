/** What language a text is in: by its script where that tells, else by a model. */
@NullMarked
package io.broadsheet.enrich.step.language;

import org.jspecify.annotations.NullMarked;
