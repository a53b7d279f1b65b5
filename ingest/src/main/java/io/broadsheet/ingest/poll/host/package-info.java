/** How hosts are kept from being asked too much: by whoever asks, and wherever a redirect leads. */
@NullMarked
package io.broadsheet.ingest.poll.host;

import org.jspecify.annotations.NullMarked;
