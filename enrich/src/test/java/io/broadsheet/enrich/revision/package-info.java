/** Tests of versions, change classes and completed images. */
@NullMarked
package io.broadsheet.enrich.revision;

import org.jspecify.annotations.NullMarked;
