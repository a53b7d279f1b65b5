/**
 * A short stand-in for a text, by which near-duplicates find each other. What it is made of is
 * letters and digits in order, so that it works in scripts without spaces too. Knows nothing of
 * topics or stores.
 */
@NullMarked
package io.broadsheet.enrich.step.fingerprint;

import org.jspecify.annotations.NullMarked;
