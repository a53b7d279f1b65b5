/**
 * The steps: pure functions from what the source said to small records, and the one assembler that
 * makes the outgoing article of them. Nothing here knows Kafka, reads a clock or calls anything
 * outside.
 */
@NullMarked
package io.broadsheet.enrich.step;

import org.jspecify.annotations.NullMarked;
