@NullMarked
package io.broadsheet.ingest.poll.host;

import org.jspecify.annotations.NullMarked;
