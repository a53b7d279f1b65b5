/**
 * From the answer of a server, or its absence, to one verdict: CONTRACT section 5, in the order of
 * its table. Pure: nothing here asks anybody anything.
 */
@NullMarked
package io.broadsheet.enrich.image.verdict;

import org.jspecify.annotations.NullMarked;
