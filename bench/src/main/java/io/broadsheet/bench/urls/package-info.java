/** Measures what is made of URLs against collections of odd ones. */
@NullMarked
package io.broadsheet.bench.urls;

import org.jspecify.annotations.NullMarked;
