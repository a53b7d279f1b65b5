/** Tests. */
@NullMarked
package io.broadsheet.runtime.http;

import org.jspecify.annotations.NullMarked;
