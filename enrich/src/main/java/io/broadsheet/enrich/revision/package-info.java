/**
 * What an article's next version is, given what is remembered of the last one and what is known of
 * its images. Pure functions over the contract's records; nothing here knows Kafka or the clock.
 */
@NullMarked
package io.broadsheet.enrich.revision;

import org.jspecify.annotations.NullMarked;
