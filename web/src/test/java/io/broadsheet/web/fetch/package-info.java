/** Tests of the one way out, against addresses and origins that mean harm. */
@NullMarked
package io.broadsheet.web.fetch;

import org.jspecify.annotations.NullMarked;
