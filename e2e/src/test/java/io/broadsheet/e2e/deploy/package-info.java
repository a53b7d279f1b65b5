/**
 * What is shipped beside the program: compose files, manifests, alerts and dashboards, as texts.
 */
@NullMarked
package io.broadsheet.e2e.deploy;

import org.jspecify.annotations.NullMarked;
