package io.broadsheet.syndicate.form;

import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.EnrichedArticle;

/** The article with the field names of the contract, every field present. */
public final class JsonForm implements ArticleForm {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String write(EnrichedArticle article) {
        return AvroJson.write(article);
    }
}
