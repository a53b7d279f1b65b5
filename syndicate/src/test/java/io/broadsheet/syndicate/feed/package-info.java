/** Tests of feeds. */
@NullMarked
package io.broadsheet.syndicate.feed;

import org.jspecify.annotations.NullMarked;
