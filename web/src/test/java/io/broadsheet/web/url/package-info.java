/** Tests of the normal forms of URLs. */
@NullMarked
package io.broadsheet.web.url;

import org.jspecify.annotations.NullMarked;
