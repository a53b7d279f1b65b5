/**
 * Bytes to text: character sets by mark, declaration and evidence; control characters and broken
 * surrogates cleaned.
 */
@NullMarked
package io.broadsheet.ingest.charset;

import org.jspecify.annotations.NullMarked;
