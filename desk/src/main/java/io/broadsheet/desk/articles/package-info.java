/** The latest articles, and all that is known of one. */
@NullMarked
package io.broadsheet.desk.articles;

import org.jspecify.annotations.NullMarked;
