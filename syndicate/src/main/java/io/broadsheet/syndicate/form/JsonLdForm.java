package io.broadsheet.syndicate.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A NewsArticle of schema.org in JSON-LD, as pages embed it. It says what the article's source
 * declared or what stands in its text, never what we guessed: inferred authors' types, extracted
 * keywords and first sightings are left out, and only images that were seen to be usable are in.
 * Safe inside a {@code script} element.
 */
public final class JsonLdForm implements ArticleForm {

    private static final String TYPE = "@type";
    private static final String NAME = "name";

    @Override
    public String name() {
        return "json-ld";
    }

    @Override
    public String mediaType() {
        return "application/ld+json";
    }

    @Override
    public String write(EnrichedArticle article) {
        ObjectNode json = FormJson.object();
        json.put("@context", "https://schema.org");
        json.put(TYPE, "NewsArticle");
        FormJson.put(json, "identifier", article.getArticleId());
        FormJson.put(json, "version", Integer.valueOf(article.getVersion()));
        Uris.web(article.getUrl()).ifPresent(url -> json.put("url", url));
        if (article.getPubStatus() == PubStatus.CANCELED) {
            json.put("creativeWorkStatus", "Canceled");
        }
        text(json, article);
        times(json, article);
        FormJson.put(json, "author", agents(article.getAuthor()));
        publisher(article).ifPresent(publisher -> json.set("publisher", publisher));
        FormJson.put(json, "image", images(article.getImages()));
        rights(json, article);
        return FormJson.line(json);
    }

    private static void text(ObjectNode json, EnrichedArticle article) {
        FormJson.put(json, "headline", article.getHeadline());
        FormJson.put(json, "alternativeHeadline", article.getAlternativeHeadline());
        if (Said.bySource(article.getDescriptionBasis())) {
            FormJson.put(json, "description", article.getDescription());
        }
        FormJson.put(json, "articleBody", article.getArticleBody());
        FormJson.put(json, "wordCount", Integer.valueOf(article.getWordCount()));
        FormJson.put(json, "timeRequired", article.getTimeRequired());
        FormJson.put(json, "inLanguage", article.getInLanguage());
        FormJson.put(json, "articleSection", texts(article.getArticleSection()));
        FormJson.put(json, "genre", article.getGenre());
        if (article.getKeywordsBasis() == Basis.DECLARED) {
            FormJson.put(json, "keywords", texts(article.getKeywords()));
        }
    }

    /** When we first saw it is not when it was published; a date without a time stays one. */
    private static void times(ObjectNode json, EnrichedArticle article) {
        Instant published = article.getDatePublished();
        DateCertainty certainty = article.getDatePublishedCertainty();
        if (published != null && certainty != DateCertainty.FIRST_SEEN_ONLY) {
            String time = published.toString();
            boolean isDay = certainty == DateCertainty.DATE_ONLY;
            json.put("datePublished", isDay ? time.substring(0, time.indexOf('T')) : time);
        }
        FormJson.put(json, "dateModified", article.getDateModified());
    }

    private static void rights(ObjectNode json, EnrichedArticle article) {
        FormJson.put(json, "copyrightNotice", article.getCopyrightNotice());
        Uris.web(article.getLicense()).ifPresent(license -> json.put("license", license));
        FormJson.put(json, "usageInfo", Uris.web(article.getUsageTerms()).orElse(null));
    }

    private static ArrayNode agents(List<Agent> agents) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        agents.forEach(agent -> array.add(agent(agent)));
        return array;
    }

    /** Of a type only if the source said so; schema.org wants one of two, so Thing is neither. */
    private static ObjectNode agent(Agent agent) {
        ObjectNode json = FormJson.object();
        if (agent.getTypeBasis() == Basis.DECLARED) {
            type(agent.getType()).ifPresent(type -> json.put(TYPE, type));
        }
        FormJson.put(json, NAME, agent.getName());
        Uris.web(agent.getUri()).ifPresent(uri -> json.put("url", uri));
        return json;
    }

    private static Optional<String> type(AgentType type) {
        return switch (type) {
            case PERSON -> Optional.of("Person");
            case ORGANIZATION -> Optional.of("Organization");
            case UNKNOWN -> Optional.empty();
        };
    }

    /** As the article says it, else the outlet of its source by name. */
    private static Optional<ObjectNode> publisher(EnrichedArticle article) {
        Agent publisher = article.getPublisher();
        if (publisher != null) {
            return Optional.of(agent(publisher));
        }
        Source source = article.getSource();
        return Optional.ofNullable(source.getName())
                .filter(name -> !name.isBlank())
                .map(name -> {
                    ObjectNode outlet = FormJson.object();
                    outlet.put(TYPE, "Organization");
                    FormJson.put(outlet, NAME, name);
                    Uris.web(source.getUri()).ifPresent(uri -> outlet.put("url", uri));
                    return outlet;
                });
    }

    private static ArrayNode images(List<ArticleImage> images) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ArticleImage image : images) {
            if (image.getOutcome() == ImageOutcome.USABLE) {
                Uris.web(shown(image)).ifPresent(url -> array.add(image(image, url)));
            }
        }
        return array;
    }

    private static @Nullable String shown(ArticleImage image) {
        return image.getContentUrl() == null ? image.getUrl() : image.getContentUrl();
    }

    private static ObjectNode image(ArticleImage image, String url) {
        ObjectNode json = FormJson.object();
        json.put(TYPE, "ImageObject");
        json.put("url", url);
        FormJson.put(json, "width", pixels(image.getWidth()));
        FormJson.put(json, "height", pixels(image.getHeight()));
        FormJson.put(json, "encodingFormat", image.getEncodingFormat());
        FormJson.put(json, "caption", image.getCaption());
        FormJson.put(json, "alternateName", image.getAlternateName());
        FormJson.put(json, "creditText", image.getCreditText());
        return json;
    }

    /** Empty if unknown. E37 is the pixel of UN/CEFACT's units, which schema.org wants. */
    private static ObjectNode pixels(@Nullable Integer count) {
        ObjectNode quantity = FormJson.object();
        if (count != null && count > 0) {
            quantity.put(TYPE, "QuantitativeValue").put("value", count).put("unitCode", "E37");
        }
        return quantity;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.stream()
                .map(FormJson::wellFormed)
                .filter(text -> !text.isBlank())
                .forEach(array::add);
        return array;
    }
}
