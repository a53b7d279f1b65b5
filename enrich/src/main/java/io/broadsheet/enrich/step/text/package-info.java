/** What is counted and quoted of an article's text: words, reading time, its first sentences. */
@NullMarked
package io.broadsheet.enrich.step.text;

import org.jspecify.annotations.NullMarked;
