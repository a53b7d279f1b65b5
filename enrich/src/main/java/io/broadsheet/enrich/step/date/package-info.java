/**
 * When an article was published: dates as people and programs write them, and what else speaks for
 * or against them. Nothing is guessed; what cannot be known is said to be unknown.
 */
@NullMarked
package io.broadsheet.enrich.step.date;

import org.jspecify.annotations.NullMarked;
