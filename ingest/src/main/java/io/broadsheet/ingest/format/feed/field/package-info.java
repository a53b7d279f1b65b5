/**
 * What the elements of feeds mean, whatever format they stand in: for each field the offers of all
 * vocabularies, the best of which is taken.
 */
@NullMarked
package io.broadsheet.ingest.format.feed.field;

import org.jspecify.annotations.NullMarked;
