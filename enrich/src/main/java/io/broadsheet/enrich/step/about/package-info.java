/** Who and what an article names besides its text: its people, its place, its subjects, its URL. */
@NullMarked
package io.broadsheet.enrich.step.about;

import org.jspecify.annotations.NullMarked;
