/** Tests. */
@NullMarked
package io.broadsheet.syndicate.webhook;

import org.jspecify.annotations.NullMarked;
