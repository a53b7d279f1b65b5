/** Names of the generators whose habits we know. */
@NullMarked
package io.broadsheet.ingest.profile;

import org.jspecify.annotations.NullMarked;
