/** The services in containers, as {@code docker-compose.yml} runs them. Needs an engine. */
@NullMarked
package io.broadsheet.e2e.containers;

import org.jspecify.annotations.NullMarked;
