/** What every door says over HTTP: problems, queries, who may ask from other sites. */
@NullMarked
package io.broadsheet.syndicate.http;

import org.jspecify.annotations.NullMarked;
