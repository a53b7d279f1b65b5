/** Which hosts are ours: each partition of the fetch requests is a lane, and has one owner. */
@NullMarked
package io.broadsheet.ingest.poll.lane;

import org.jspecify.annotations.NullMarked;
