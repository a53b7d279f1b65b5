/**
 * Which articles say nearly the same: the rules by which two sketches are compared, and the bounded
 * index in which they meet. Knows nothing of topics or stores.
 */
@NullMarked
package io.broadsheet.enrich.cluster;

import org.jspecify.annotations.NullMarked;
