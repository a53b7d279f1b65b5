/**
 * What a broken image URL may have been meant to say. Candidates only: which of them is right, if
 * any, a fetch must prove.
 */
@NullMarked
package io.broadsheet.enrich.image.repair;

import org.jspecify.annotations.NullMarked;
