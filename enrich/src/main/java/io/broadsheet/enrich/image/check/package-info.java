/**
 * One check of one image: the fetches it takes, in which order, and the report. It keeps nothing
 * between checks and knows no Kafka; how and when a request may go out is its caller's.
 */
@NullMarked
package io.broadsheet.enrich.image.check;

import org.jspecify.annotations.NullMarked;
