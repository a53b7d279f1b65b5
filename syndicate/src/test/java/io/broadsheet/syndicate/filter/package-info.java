/** Tests. */
@NullMarked
package io.broadsheet.syndicate.filter;

import org.jspecify.annotations.NullMarked;
