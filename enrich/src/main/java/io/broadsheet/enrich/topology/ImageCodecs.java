package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.v1.ImageCheckResult;

/** The codecs of what the image checker is asked, and of what it answers. */
record ImageCodecs(Codec<ImageCheckRequest> requests, Codec<ImageCheckResult> results) {

    static ImageCodecs of(SchemaRegistry registry, RegistryPatience patience) {
        return new ImageCodecs(
                new Codec<>(Topics.IMAGE_CHECK_REQUESTS, registry, patience),
                new Codec<>(Topics.IMAGE_CHECK_RESULTS, registry, patience));
    }
}
