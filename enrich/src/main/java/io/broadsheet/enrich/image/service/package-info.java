/**
 * The image checker as a service: requests come from a topic, go through one lane for each host,
 * and answers and facts go out before the request counts as done. It runs beside the topology and
 * shares nothing with it but topics.
 */
@NullMarked
package io.broadsheet.enrich.image.service;

import org.jspecify.annotations.NullMarked;
