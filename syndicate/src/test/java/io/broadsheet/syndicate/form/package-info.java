/** The forms of an article, held to their standards. */
@NullMarked
package io.broadsheet.syndicate.form;

import org.jspecify.annotations.NullMarked;
