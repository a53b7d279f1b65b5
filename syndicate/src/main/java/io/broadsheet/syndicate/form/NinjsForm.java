package io.broadsheet.syndicate.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageOutcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A news item in IPTC's ninjs 3.0: what agencies and editorial systems exchange. What is not known
 * is left out. Subjects that we extracted from the text say that we are their creator; only images
 * that were seen to be usable are associated.
 */
public final class NinjsForm implements ArticleForm {

    private static final String URI = "uri";
    private static final String NAME = "name";
    private static final Set<DateCertainty> NO_TIMES =
            Set.of(DateCertainty.FIRST_SEEN_ONLY, DateCertainty.DATE_ONLY);
    private static final String VALUE = "value";
    private static final String ROLE = "role";
    private static final String CONTENT_TYPE = "contentType";
    private static final String TYPE = "type";

    @Override
    public String name() {
        return "ninjs";
    }

    /** Not registered: ninjs has no media type of its own, and this suffix says that it is JSON. */
    @Override
    public String mediaType() {
        return "application/ninjs+json";
    }

    @Override
    public String write(EnrichedArticle article) {
        ObjectNode json = FormJson.object();
        json.put(URI, "urn:news:" + article.getArticleId());
        json.set("standard", standard());
        json.put(TYPE, "text");
        json.put("version", Integer.toString(article.getVersion()));
        status(json, article);
        FormJson.put(json, "language", article.getInLanguage());
        words(json, article);
        who(json, article);
        FormJson.put(json, "subjects", subjects(article));
        FormJson.put(json, "altIds", altIds(article));
        FormJson.put(json, "associations", pictures(article.getImages()));
        FormJson.put(json, "copyrightNotice", article.getCopyrightNotice());
        FormJson.put(json, "usageTerms", article.getUsageTerms());
        link(json, article);
        return FormJson.line(json);
    }

    private static ObjectNode standard() {
        return FormJson.object()
                .put(NAME, "ninjs")
                .put("version", "3.0")
                .put("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#");
    }

    private static void status(ObjectNode json, EnrichedArticle article) {
        switch (article.getPubStatus()) {
            case USABLE, WITHHELD, CANCELED -> json.put("pubStatus", lower(article.getPubStatus()));
            case UNKNOWN -> {
                // Its default would be usable, which nobody has said; it cannot be told otherwise.
            }
        }
        json.put("firstCreated", article.getFirstCreated().toString());
        json.put("versionCreated", article.getVersionCreated().toString());
        // A day alone is no time, and ninjs wants one.
        if (!NO_TIMES.contains(article.getDatePublishedCertainty())) {
            FormJson.put(json, "contentCreated", article.getDatePublished());
        }
    }

    private static void words(ObjectNode json, EnrichedArticle article) {
        ArrayNode headlines = array();
        value(headlines, "main", "text/plain", article.getHeadline());
        value(headlines, "alternative", "text/plain", article.getAlternativeHeadline());
        FormJson.put(json, "headlines", headlines);
        ArrayNode descriptions = array();
        if (Said.bySource(article.getDescriptionBasis())) {
            value(descriptions, "summary", "text/plain", article.getDescription());
        }
        FormJson.put(json, "descriptions", descriptions);
        ArrayNode bodies = array();
        value(bodies, "main", "text/plain", article.getArticleBody());
        if (!bodies.isEmpty()) {
            ObjectNode main = (ObjectNode) bodies.get(0);
            FormJson.put(main, "charCount", Integer.valueOf(article.getCharCount()));
            FormJson.put(main, "wordCount", Integer.valueOf(article.getWordCount()));
        }
        value(bodies, "main", "text/html", article.getArticleBodyHtml());
        FormJson.put(json, "bodies", bodies);
    }

    private static void value(ArrayNode to, String role, String type, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            ObjectNode one = to.addObject().put(ROLE, role).put(CONTENT_TYPE, type);
            FormJson.put(one, VALUE, value);
        }
    }

    /** People are those of whom the source says so; everyone stands in the byline. */
    private static void who(ObjectNode json, EnrichedArticle article) {
        ArrayNode people = array();
        ArrayNode organisations = array();
        for (Agent author : article.getAuthor()) {
            if (author.getTypeBasis() == Basis.DECLARED && !author.getName().isBlank()) {
                ArrayNode kind = author.getType() == AgentType.PERSON ? people : organisations;
                kind.add(named(author.getName(), author.getUri()).put("rel", "author"));
            }
        }
        FormJson.put(json, "people", people);
        FormJson.put(json, "organisations", organisations);
        List<String> names =
                article.getAuthor().stream()
                        .map(Agent::getName)
                        .filter(name -> !name.isBlank())
                        .toList();
        FormJson.put(json, "by", String.join(", ", names));
        ArrayNode sources = array();
        String outlet = article.getSource().getName();
        if (outlet != null && !outlet.isBlank()) {
            sources.add(named(outlet, article.getSource().getUri()).put(ROLE, "publisher"));
        }
        FormJson.put(json, "infoSources", sources);
    }

    private static ObjectNode named(String name, @Nullable String uri) {
        ObjectNode json = FormJson.object();
        FormJson.put(json, NAME, name);
        Uris.web(uri).ifPresent(it -> json.put(URI, it));
        return json;
    }

    private static ArrayNode subjects(EnrichedArticle article) {
        ArrayNode subjects = array();
        for (Category category : article.getSubjects()) {
            ObjectNode subject = FormJson.object();
            String label = category.getLabel();
            FormJson.put(subject, NAME, label == null ? category.getTerm() : label);
            FormJson.put(subject, "literal", category.getTerm());
            subjects.add(subject.put("rel", "category"));
        }
        boolean extracted = article.getKeywordsBasis() != Basis.DECLARED;
        for (String keyword : article.getKeywords()) {
            ObjectNode subject = named(keyword, null).put("rel", "keyword");
            subjects.add(extracted ? subject.put("creator", "broadsheet") : subject);
        }
        return subjects;
    }

    private static ArrayNode altIds(EnrichedArticle article) {
        ArrayNode ids = array();
        for (String id : article.getAltIds()) {
            value(ids, id);
        }
        return ids;
    }

    private static void value(ArrayNode to, String value) {
        if (!value.isBlank()) {
            FormJson.put(to.addObject(), VALUE, value);
        }
    }

    private static ArrayNode pictures(List<ArticleImage> images) {
        ArrayNode pictures = array();
        for (ArticleImage image : images) {
            if (image.getOutcome() == ImageOutcome.USABLE) {
                Uris.web(shown(image)).ifPresent(url -> pictures.add(picture(image, url)));
            }
        }
        return pictures;
    }

    private static @Nullable String shown(ArticleImage image) {
        return image.getContentUrl() == null ? image.getUrl() : image.getContentUrl();
    }

    private static ObjectNode picture(ArticleImage image, String url) {
        ObjectNode json = FormJson.object();
        json.put(URI, "urn:news:image:" + image.getImageId());
        json.put(NAME, "image-" + image.getPosition());
        json.put(TYPE, "picture");
        ArrayNode captions = array();
        value(captions, "caption", "text/plain", image.getCaption());
        value(captions, "alternate text", "text/plain", image.getAlternateName());
        FormJson.put(json, "descriptions", captions);
        FormJson.put(json, "by", image.getCreditText());
        ObjectNode rendition = json.putArray("renditions").addObject();
        rendition.put(NAME, "web").put("href", url);
        FormJson.put(rendition, CONTENT_TYPE, image.getEncodingFormat());
        FormJson.put(rendition, "width", image.getWidth());
        FormJson.put(rendition, "height", image.getHeight());
        FormJson.put(rendition, "sizeInBytes", image.getContentSize());
        return json;
    }

    /** The article's own page, as a rendition: ninjs has no other place for it. */
    private static void link(ObjectNode json, EnrichedArticle article) {
        Uris.web(article.getUrl())
                .ifPresent(url -> {
                    ObjectNode page = json.putArray("renditions").addObject();
                    page.put(NAME, "web").put("href", url).put(CONTENT_TYPE, "text/html");
                });
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
