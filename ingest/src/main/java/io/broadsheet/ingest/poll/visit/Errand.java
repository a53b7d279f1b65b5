package io.broadsheet.ingest.poll.visit;

import io.broadsheet.v1.IdentityBasis;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What to fetch, and what was had last time.
 *
 * @param sourceId whose articles the items are
 * @param url where the feed is
 * @param etag of the last good answer, verbatim
 * @param lastModified of the last good answer, verbatim
 * @param payloadDigest of the last good body, {@code sha256:<hex>}
 * @param identityPolicy the rung of the identity ladder to begin at; UNKNOWN for the first
 * @param seenItems what was published, as {@code FeedState.seenItems} has it
 */
public record Errand(
        String sourceId,
        String url,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<String> payloadDigest,
        IdentityBasis identityPolicy,
        ByteBuffer seenItems) {}
