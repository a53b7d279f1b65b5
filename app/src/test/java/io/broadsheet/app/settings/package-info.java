/** Tests of the settings as a whole. */
@NullMarked
package io.broadsheet.app.settings;

import org.jspecify.annotations.NullMarked;
