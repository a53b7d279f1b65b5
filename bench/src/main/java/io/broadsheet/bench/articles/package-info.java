/**
 * How well articles are found in whole pages: each collection of pages is read and enriched as in
 * production and scored by the measure that the collection itself defines, beside its peers.
 */
@NullMarked
package io.broadsheet.bench.articles;

import org.jspecify.annotations.NullMarked;
