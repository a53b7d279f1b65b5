/** The lane of those who come late in great numbers, so that what is new today need not wait. */
@NullMarked
package io.broadsheet.ingest.backfill;

import org.jspecify.annotations.NullMarked;
