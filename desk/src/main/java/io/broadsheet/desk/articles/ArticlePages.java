package io.broadsheet.desk.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.desk.page.Field;
import io.broadsheet.desk.page.Page;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.desk.page.Shown;
import io.broadsheet.desk.page.Tab;
import io.broadsheet.desk.page.Words;
import io.broadsheet.desk.watch.Questions;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.trace.ArticleTrace;
import io.broadsheet.operate.trace.ClusterLookup;
import io.broadsheet.operate.trace.Sought;
import io.broadsheet.operate.trace.Stop;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The latest articles, and each of them. */
public final class ArticlePages {

    private static final String ARTICLE = "/articles/{id}";

    private final ArticleShelf shelf;
    private final Questions questions;
    private final Pages pages;
    private final Words flags = Words.ofFlags();
    private final BodyDocument body = new BodyDocument();

    /**
     * @param shelf the latest
     * @param questions for all that is known of one
     */
    public ArticlePages(ArticleShelf shelf, Questions questions, Pages pages) {
        this.shelf = shelf;
        this.questions = questions;
        this.pages = pages;
    }

    /** Makes them answer. */
    public void addTo(Jex server) {
        server.get("/articles", this::list)
                .get("/find", this::find)
                .get(ARTICLE, this::article)
                .get(ARTICLE + "/body", this::body)
                .get(ARTICLE + "/picture", this::picture);
    }

    private void list(Context context) {
        var wanted =
                new ArticleList.Wanted(
                        Pages.parameter(context, "q").orElse(""),
                        Pages.parameter(context, "source").orElse(""),
                        Pages.parameter(context, "lead").orElse(""),
                        Pages.number(context));
        ArticleList list = ArticleList.of(shelf.latest(), wanted);
        pages.show(context, new Page("articles.jte", Tab.ARTICLES, "Articles", list));
    }

    /** Finds any article of the cluster by its URL, guid, file or id, as {@code trace} does. */
    private void find(Context context) {
        String text = Pages.parameter(context, "what").orElse("");
        Set<String> ids = text.isEmpty() ? Set.of() : questions.ask(cluster -> ids(cluster, text));
        if (ids.isEmpty()) {
            pages.missing(context, "No article of this cluster is known by \"" + text + "\".");
        } else {
            context.redirect("/articles/" + Shown.url(ids.iterator().next()), 303);
        }
    }

    private static Set<String> ids(Cluster cluster, String text) {
        try (var trace = new ArticleTrace(cluster)) {
            return trace.ids(new Sought(text));
        }
    }

    private void article(Context context) {
        String id = context.pathParam("id");
        ArticleView view = questions.ask(cluster -> view(cluster, id));
        if (view.stops().isEmpty()) {
            pages.missing(context, "There is no trace of article " + id + " on this cluster.");
        } else {
            String title =
                    view.enriched().map(it -> Field.text(it, "headline")).orElse("Article " + id);
            pages.show(context, new Page("article.jte", Tab.ARTICLES, title, view));
        }
    }

    private ArticleView view(Cluster cluster, String id) {
        List<Stop> stops = stops(cluster, id);
        ArticleView alone = ArticleView.of(id, stops, Optional.empty(), flags);
        Optional<ObjectNode> near =
                alone.enriched()
                        .map(article -> Field.text(article, "cluster/clusterId"))
                        .filter(clusterId -> !clusterId.isEmpty())
                        .flatMap(clusterId -> new ClusterLookup(cluster).find(clusterId));
        return near.isEmpty() ? alone : ArticleView.of(id, stops, near, flags);
    }

    private static List<Stop> stops(Cluster cluster, String id) {
        try (var trace = new ArticleTrace(cluster)) {
            return trace.of(id);
        }
    }

    private void body(Context context) {
        Optional<ObjectNode> article = latest(context);
        String html = article.map(it -> Field.text(it, "articleBodyHtml")).orElse("");
        String shown = html.isEmpty() ? "<p>" + why(article) + "</p>" : html;
        this.body.show(context, shown, "show".equals(context.queryParam("pictures")));
    }

    private static String why(Optional<ObjectNode> article) {
        return article.map(it ->
                        Field.text(it, "bodyRef").isEmpty()
                                ? "This article has no body."
                                : "The body is too large for a record; it is kept apart.")
                .orElse("There is no such article.");
    }

    /** One picture of the article, because somebody has clicked. */
    private void picture(Context context) {
        String wanted = Pages.parameter(context, "image").orElse("");
        String url =
                latest(context).map(it -> Field.each(it, "images")).orElse(List.of()).stream()
                        .filter(image -> Field.text(image, "imageId").equals(wanted))
                        .map(ArticlePages::address)
                        .findFirst()
                        .orElse("");
        this.body.show(
                context,
                Field.link(url).isEmpty() ? "<p>There is no such picture.</p>" : image(url),
                true);
    }

    private static String address(JsonNode image) {
        String content = Field.text(image, "contentUrl");
        return content.isEmpty() ? Field.text(image, "url") : content;
    }

    private static String image(String url) {
        var output = new StringOutput();
        output.writeContent("<img alt=\"\" referrerpolicy=\"no-referrer\" src=\"");
        Escape.htmlAttribute(url, output);
        output.writeContent("\">");
        return output.toString();
    }

    private Optional<ObjectNode> latest(Context context) {
        String id = context.pathParam("id");
        return questions.ask(cluster -> latest(cluster, id));
    }

    private static Optional<ObjectNode> latest(Cluster cluster, String id) {
        try (var trace = new ArticleTrace(cluster)) {
            return trace.latest(id);
        }
    }
}
