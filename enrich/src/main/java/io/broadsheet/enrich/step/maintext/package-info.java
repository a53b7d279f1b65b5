/**
 * Finds the article in a whole page, and takes away what surrounds it on every page of the site.
 * All rules are general: no site is known by name. Nothing is rewritten, only left out. Each part
 * takes one pass over the page, whatever it holds.
 */
@NullMarked
package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.NullMarked;
