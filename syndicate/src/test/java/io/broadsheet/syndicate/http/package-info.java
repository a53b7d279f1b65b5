/** Tests. */
@NullMarked
package io.broadsheet.syndicate.http;

import org.jspecify.annotations.NullMarked;
