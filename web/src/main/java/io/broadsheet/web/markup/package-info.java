/** What ingest and enrichment both ask of markup, before it is parsed and once it is. */
@NullMarked
package io.broadsheet.web.markup;

import org.jspecify.annotations.NullMarked;
