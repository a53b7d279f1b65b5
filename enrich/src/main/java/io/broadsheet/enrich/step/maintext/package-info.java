/**
 * Finds the article in a whole page and takes away what surrounds it on every page of the site, and
 * reads off the page what it shows of the article besides its text. All rules are general: no site
 * is known by name. Nothing is rewritten, only left out. Each part goes over the page a fixed
 * number of times, whatever it holds.
 */
@NullMarked
package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.NullMarked;
