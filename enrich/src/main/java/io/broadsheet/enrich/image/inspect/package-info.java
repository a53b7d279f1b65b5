/**
 * Says what bytes are: format, size, frames, orientation. By the bytes alone, never by a name, from
 * headers alone, never by decoding pixels; no bytes make it throw, and its work is bounded by the
 * bytes it is given. One reader per format, all ours: a library that reads the same headers throws
 * on cut files, which are exactly the ones that must be told apart here.
 */
@NullMarked
package io.broadsheet.enrich.image.inspect;

import org.jspecify.annotations.NullMarked;
