/** What one article is while it is being read: its draft, its flags, its limits. */
@NullMarked
package io.broadsheet.ingest.item;

import org.jspecify.annotations.NullMarked;
