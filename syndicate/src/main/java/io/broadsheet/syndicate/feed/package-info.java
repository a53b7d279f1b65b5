/** JSON Feed and Atom of the latest articles, from memory. */
@NullMarked
package io.broadsheet.syndicate.feed;

import org.jspecify.annotations.NullMarked;
