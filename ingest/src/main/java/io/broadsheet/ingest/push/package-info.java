/** The door for those who push: articles and feeds over HTTP, taken once Kafka has them. */
@NullMarked
package io.broadsheet.ingest.push;

import org.jspecify.annotations.NullMarked;
