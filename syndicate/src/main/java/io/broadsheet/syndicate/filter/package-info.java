/** Which articles a subscriber wants. */
@NullMarked
package io.broadsheet.syndicate.filter;

import org.jspecify.annotations.NullMarked;
