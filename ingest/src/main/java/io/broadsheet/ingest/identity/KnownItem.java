package io.broadsheet.ingest.identity;

import io.broadsheet.v1.IdentityBasis;

/**
 * An article that was published.
 *
 * @param rungId the id that the ladder gives it now
 * @param articleId the id under which it was published first, and is ever since
 * @param basis the rung that made the articleId
 * @param names as they were last
 * @param day of its date, else when it was first seen; days since 1970
 */
record KnownItem(String rungId, String articleId, IdentityBasis basis, ItemNames names, int day) {

    boolean isKnownByContentOnly() {
        return basis == IdentityBasis.CONTENT_FINGERPRINT;
    }

    boolean isAlias() {
        return !rungId.equals(articleId);
    }
}
