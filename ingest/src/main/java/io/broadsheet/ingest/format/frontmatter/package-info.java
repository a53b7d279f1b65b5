/**
 * YAML front matter with an HTML or Markdown body: shape, parser, adapter. All mess stays in here.
 */
@NullMarked
package io.broadsheet.ingest.format.frontmatter;

import org.jspecify.annotations.NullMarked;
