@NullMarked
package io.broadsheet.ingest.poll.hub;

import org.jspecify.annotations.NullMarked;
