/** How feeds come onto the source list: by URL, by the page that names them, by OPML. */
@NullMarked
package io.broadsheet.ingest.poll.list;

import org.jspecify.annotations.NullMarked;
