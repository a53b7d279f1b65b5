package io.broadsheet.ingest.document;

import io.broadsheet.ingest.identity.BackfillId;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.profile.Profile;
import io.broadsheet.v1.IdentityBasis;

import java.util.Optional;

/**
 * How documents are read.
 *
 * @param source under whose name
 * @param profile the generator's habits; empty to recognise them document by document: only where a
 *     document has exactly the keys of the one generator that we know is its profile taken, else
 *     {@code plain}
 * @param version of Broadsheet, for dead letters
 * @param documentBytesMax larger documents are buried, with their bytes in the claim store
 * @param identityPolicy the rung of the identity ladder to begin at; UNKNOWN for the first
 * @param backfill to which the articles belong; empty for what is new
 */
public record ReaderSettings(
        SourceId source,
        Optional<Profile> profile,
        String version,
        int documentBytesMax,
        IdentityBasis identityPolicy,
        Optional<BackfillId> backfill) {

    /** 10 MiB. */
    public static final int DOCUMENT_BYTES_MAX = 10 * 1024 * 1024;

    /** With the profile recognised and the usual limit. */
    public static ReaderSettings of(SourceId source, String version) {
        return of(source, Optional.empty(), version);
    }

    /** With the usual limit. */
    public static ReaderSettings of(SourceId source, Optional<Profile> profile, String version) {
        return new ReaderSettings(
                source,
                profile,
                version,
                DOCUMENT_BYTES_MAX,
                IdentityBasis.UNKNOWN,
                Optional.empty());
    }

    /** The same, for articles of that backfill. */
    public ReaderSettings backfilling(BackfillId id) {
        return new ReaderSettings(
                source, profile, version, documentBytesMax, identityPolicy, Optional.of(id));
    }

    /** The same, with identities that begin at that rung. */
    public ReaderSettings withIdentityPolicy(IdentityBasis policy) {
        return new ReaderSettings(source, profile, version, documentBytesMax, policy, backfill);
    }
}
