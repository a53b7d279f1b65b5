/** The forms in which an article can be handed out. */
@NullMarked
package io.broadsheet.syndicate.form;

import org.jspecify.annotations.NullMarked;
