package io.broadsheet.ingest.format.ninjs;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.feed.field.Categories;
import io.broadsheet.ingest.format.feed.field.Extensions;
import io.broadsheet.ingest.format.json.Json;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.SourceKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An item of ninjs to an article: the one place for its members. */
final class NinjsAdapter {

    private static final int DEPTH_MAX = 4;

    /** Read below; all others are kept as they are. */
    private static final Set<String> READ =
            Set.of(
                    "uri",
                    "headline",
                    "headlines",
                    "title",
                    "description_text",
                    "descriptions",
                    "description_html",
                    "bodies",
                    "body_html",
                    "body_xhtml",
                    "body_text",
                    "by",
                    "byline",
                    "bylines",
                    "language",
                    "copyrightnotice",
                    "firstcreated",
                    "subject",
                    "subjects",
                    "keywords",
                    "associations",
                    "renditions",
                    "altids",
                    "$schema");

    private final NinjsItem item;
    private final Draft draft = new Draft();

    private NinjsAdapter(NinjsItem item) {
        this.item = item;
    }

    static Draft adapt(NinjsItem item) {
        var adapter = new NinjsAdapter(item);
        adapter.draft.source().setKind(SourceKind.NINJS);
        adapter.names();
        adapter.texts();
        adapter.dates();
        adapter.people();
        adapter.topics();
        NinjsImages.of(item).forEach(adapter.draft::image);
        adapter.status();
        adapter.rest();
        return adapter.draft;
    }

    /** A {@code uri} is an id even if it can be opened: agencies' are addresses of their API. */
    private void names() {
        item.text("uri").ifPresent(draft.article()::setGuid);
        draft.article().setGuidIsPermaLink(false);
        item.text("url", "weburl").ifPresent(draft.article()::setLink);
        List<String> altIds = new ArrayList<>();
        for (NinjsItem.Named one : item.objects("altids")) {
            one.item().text("value").ifPresent(id -> altIds.add(one.name() + ":" + id));
        }
        draft.article().setAltIds(altIds);
        item.objects("infosources").stream()
                .flatMap(source -> source.item().text("name").stream())
                .findFirst()
                .ifPresent(draft.source()::setName);
    }

    private void texts() {
        var article = draft.article();
        text("headlines", "headline", "title").ifPresent(article::setTitle);
        text("descriptions", "description_text", "description_html").ifPresent(article::setSummary);
        item.text("language").ifPresent(article::setLanguage);
        item.text("copyrightnotice").ifPresent(article::setRights);
        body();
    }

    /** The main one of a list, else the single texts of version 1; the others are kept. */
    private Optional<String> text(String list, String... singles) {
        List<NinjsItem.Named> all =
                item.objects(list).stream().filter(n -> n.item().has("value")).toList();
        Optional<NinjsItem.Named> best =
                all.stream()
                        .filter(n -> n.name().toLowerCase(Locale.ROOT).contains("main"))
                        .findFirst()
                        .or(() -> all.stream().findFirst());
        for (NinjsItem.Named one : all) {
            if (best.filter(b -> b.equals(one)).isEmpty()) {
                keep(list + "/" + one.name(), one.item().text("value").orElse(""));
            }
        }
        return best.flatMap(b -> b.item().text("value")).or(() -> item.text(singles));
    }

    /** Markup is preferred to plain text, which has lost something. */
    private void body() {
        List<NinjsItem> bodies =
                item.objects("bodies").stream().map(NinjsItem.Named::item).toList();
        Optional<NinjsItem> best =
                bodies.stream()
                        .filter(NinjsAdapter::isMarkup)
                        .findFirst()
                        .or(() -> bodies.stream().findFirst());
        if (best.isPresent()) {
            best.get()
                    .text("value")
                    .ifPresent(
                            b -> draft.body(b, isMarkup(best.get()) ? "text/html" : "text/plain"));
            return;
        }
        item.text("body_html", "body_xhtml")
                .ifPresentOrElse(
                        body -> draft.body(body, "text/html"),
                        () -> item.text("body_text").ifPresent(b -> draft.body(b, "text/plain")));
    }

    private static boolean isMarkup(NinjsItem body) {
        return body.text("contenttype", "mimetype").filter(t -> t.contains("html")).isPresent();
    }

    /** The first version's time is the publication's nearest; without it, that of the content. */
    private void dates() {
        Optional<String> published =
                item.text("firstcreated").or(() -> item.text("contentcreated"));
        Optional<String> version = item.text("versioncreated");
        published.or(() -> version).ifPresent(draft.article()::setPublished);
        version.filter(_ -> published.isPresent()).ifPresent(draft.article()::setUpdated);
    }

    /** Names are never split. */
    private void people() {
        List<String> lines = new ArrayList<>(item.texts("bylines"));
        item.objects("bylines")
                .forEach(by -> by.item().text("value", "byline", "name").ifPresent(lines::add));
        if (lines.isEmpty()) {
            item.text("by", "byline").ifPresent(lines::add);
        }
        draft.article()
                .setAuthors(
                        lines.stream()
                                .distinct()
                                .map(name ->
                                        Agent.newBuilder()
                                                .setName(name)
                                                .setBasis(Basis.DECLARED)
                                                .build())
                                .toList());
    }

    private void topics() {
        for (String list : List.of("subjects", "subject")) {
            for (NinjsItem.Named subject : item.objects(list)) {
                NinjsItem of = subject.item();
                of.text("name", "literal", "code", "uri")
                        .ifPresent(term ->
                                Categories.add(
                                        draft, term, of.text("scheme", "uri").orElse(null), null));
            }
        }
        item.texts("keywords").forEach(tag -> Categories.add(draft, tag, "tag", null));
    }

    private void status() {
        item.text("pubstatus")
                .filter(status -> !status.toLowerCase(Locale.ROOT).endsWith("usable"))
                .ifPresent(draft::notUsable);
    }

    private void rest() {
        item.members()
                .forEach((name, value) -> {
                    if (!READ.contains(name)) {
                        rest(name, value, 1);
                    }
                });
    }

    private void rest(String name, JsonNode value, int depth) {
        if (value.isValueNode() && !value.isNull()) {
            keep(name, value.asText().strip());
        } else if (value.isArray() && depth < DEPTH_MAX) {
            value.forEach(one -> rest(name, one, depth + 1));
        } else if (depth < DEPTH_MAX) {
            for (Map.Entry<String, JsonNode> member : Json.members(value)) {
                rest(name + "/" + member.getKey(), member.getValue(), depth + 1);
            }
        }
    }

    private void keep(String name, String value) {
        Extensions.put(draft, "ninjs:" + name, value, false);
    }
}
