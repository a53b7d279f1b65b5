/**
 * The one way out: every HTTP request to the world goes through {@link
 * io.broadsheet.web.fetch.SafeFetcher}, which resolves, vets and bounds it.
 */
@NullMarked
package io.broadsheet.web.fetch;

import org.jspecify.annotations.NullMarked;
