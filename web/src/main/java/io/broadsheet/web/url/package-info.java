/**
 * URLs as the world writes them, read once and by one rule: WHATWG parsing, our normal forms, the
 * registrable host. Nothing here opens a connection.
 */
@NullMarked
package io.broadsheet.web.url;

import org.jspecify.annotations.NullMarked;
