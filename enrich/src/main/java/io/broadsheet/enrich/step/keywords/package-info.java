/** What an article is about in few words: those of the source, else those found in the text. */
@NullMarked
package io.broadsheet.enrich.step.keywords;

import org.jspecify.annotations.NullMarked;
