/** How what is known becomes a page or JSON. */
@NullMarked
package io.broadsheet.desk.page;

import org.jspecify.annotations.NullMarked;
