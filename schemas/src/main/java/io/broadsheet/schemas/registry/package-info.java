/**
 * Access to a schema registry by Confluent's protocol: the port, its HTTP client, and one in memory
 * for tests and single stages. Knows nothing of records.
 */
@NullMarked
package io.broadsheet.schemas.registry;

import org.jspecify.annotations.NullMarked;
