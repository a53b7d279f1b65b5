/**
 * What marked-up text would cost to parse, told before it is parsed. No parser is used here, and
 * none may be.
 */
@NullMarked
package io.broadsheet.web.markup;

import org.jspecify.annotations.NullMarked;
