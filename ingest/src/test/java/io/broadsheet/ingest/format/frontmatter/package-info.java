/** Tests. */
@NullMarked
package io.broadsheet.ingest.format.frontmatter;

import org.jspecify.annotations.NullMarked;
