/**
 * The subscriber's part of WebSub (W3C Recommendation of 23 January 2018): which hub a feed names,
 * what is to be asked of it when, and what its word changes in the state of a feed.
 */
@NullMarked
package io.broadsheet.ingest.poll.hub;

import org.jspecify.annotations.NullMarked;
