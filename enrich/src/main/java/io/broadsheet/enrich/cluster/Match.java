package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ClusterRole;

import java.util.List;

/**
 * Two articles that belong together.
 *
 * @param role what the later one is to the earlier one: EXACT_DUPLICATE, NEAR_DUPLICATE or
 *     REVISION_OF
 * @param score how much of both texts is common, 0 to 1
 * @param reasons short words for machines, the strongest first
 */
public record Match(ClusterRole role, float score, List<String> reasons) {}
