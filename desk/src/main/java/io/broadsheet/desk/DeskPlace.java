package io.broadsheet.desk;

import io.broadsheet.desk.flow.Health;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.kafka.KafkaAccess;

import java.time.InstantSource;

/**
 * What is around a desk.
 *
 * @param kafka the cluster
 * @param clock the time
 * @param claims where payloads are kept that were too large for a letter
 * @param health of the services in this process
 * @param version of the software
 */
public record DeskPlace(
        KafkaAccess kafka, InstantSource clock, ClaimStore claims, Health health, String version) {}
