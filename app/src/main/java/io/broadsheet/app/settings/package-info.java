/** The settings of all services, read from one file and the environment. */
@NullMarked
package io.broadsheet.app.settings;

import org.jspecify.annotations.NullMarked;
