/** What any service needs to run. Nothing here knows what an article is. */
@NullMarked
package io.broadsheet.runtime;

import org.jspecify.annotations.NullMarked;
