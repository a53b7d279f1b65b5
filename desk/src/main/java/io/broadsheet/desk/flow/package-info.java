/** Topics with rates, lag, the account, and how the services are. */
@NullMarked
package io.broadsheet.desk.flow;

import org.jspecify.annotations.NullMarked;
