/**
 * Genuine clients judge our serde and our registry: Confluent's own Java client, relocated inside a
 * jar of Apache Flink, since Confluent's artifacts are not on Maven Central.
 */
@NullMarked
package io.broadsheet.embedded.conformance;

import org.jspecify.annotations.NullMarked;
