/** The webhooks of a cluster, read and changed by an operator. */
@NullMarked
package io.broadsheet.operate.webhooks;

import org.jspecify.annotations.NullMarked;
