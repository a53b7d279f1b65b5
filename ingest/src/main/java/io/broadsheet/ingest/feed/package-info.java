/** What a feed says about itself, apart from its items. */
@NullMarked
package io.broadsheet.ingest.feed;

import org.jspecify.annotations.NullMarked;
