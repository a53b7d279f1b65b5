package io.broadsheet.enrich.topology;

import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.EnrichedArticle;

import java.nio.ByteBuffer;

/** The version of an article that is kept with what it waits for. */
final class KeptVersion {

    private KeptVersion() {}

    static EnrichedArticle of(PendingArticle kept, Codecs codecs) {
        return codecs.enriched().decodeStored(bytes(kept));
    }

    /** As it lies on its topic. */
    static byte[] bytes(PendingArticle kept) {
        ByteBuffer buffer = kept.getArticle().duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
