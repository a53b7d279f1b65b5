/** Claim checks: payloads too large for a record, kept by their digest. */
@NullMarked
package io.broadsheet.runtime.claim;

import org.jspecify.annotations.NullMarked;
