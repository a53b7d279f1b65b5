/** Settings under test. */
@NullMarked
package io.broadsheet.runtime.settings;

import org.jspecify.annotations.NullMarked;
