/**
 * How much of a directory of real posts comes through as it should: each post is read and enriched
 * as in production, and compared with what is known of it, field by field.
 */
@NullMarked
package io.broadsheet.bench.posts;

import org.jspecify.annotations.NullMarked;
