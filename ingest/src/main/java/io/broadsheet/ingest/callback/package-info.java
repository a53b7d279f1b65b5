/**
 * The door for hubs (WebSub): any instance answers a hub's questions and takes what it sends, by
 * what the states of feeds say, and hands it to whoever has the feed's host.
 */
@NullMarked
package io.broadsheet.ingest.callback;

import org.jspecify.annotations.NullMarked;
