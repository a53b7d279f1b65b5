/** What a person does with the desk, in a browser. */
@NullMarked
package io.broadsheet.desk.browser;

import org.jspecify.annotations.NullMarked;
