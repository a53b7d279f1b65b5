/** What enrichment costs on Kafka, beside the least that such a topology can do. */
@NullMarked
package io.broadsheet.bench.topology;

import org.jspecify.annotations.NullMarked;
