/** Tests of enrichment as a whole, and the look-alikes they are made of. */
@NullMarked
package io.broadsheet.enrich;

import org.jspecify.annotations.NullMarked;
