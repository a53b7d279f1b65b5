package io.broadsheet.bench.posts;

import static io.broadsheet.bench.posts.Expected.texts;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.bench.posts.Check.Verdict;
import io.broadsheet.bench.posts.Stages.Result.Kept;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import java.util.List;
import java.util.Optional;

/** What of the markup must outlive the sanitiser: links, and frames as links. */
final class MarkupChecks {

    private MarkupChecks() {}

    /** At least as many as were written: a link to nowhere that we know keeps its element only. */
    static Optional<Verdict> links(JsonNode known, Kept found) {
        return Optional.ofNullable(known.get("links_count"))
                .map(JsonNode::asInt)
                .map(count -> {
                    int links = hrefs(found).size();
                    return new Verdict(links >= count, count + " expected, found " + links);
                });
    }

    /** Each frame of the web is a link now. */
    static Optional<Verdict> frames(JsonNode known, Kept found) {
        List<String> hrefs = hrefs(found);
        return texts(known, "iframes")
                .filter(all -> !all.isEmpty())
                .map(all -> all.stream().map(MarkupChecks::absolute).toList())
                .map(all -> Verdict.same(all, all.stream().filter(hrefs::contains).toList()));
    }

    private static String absolute(String url) {
        return url.startsWith("//") ? "https:" + url : url;
    }

    private static List<String> hrefs(Kept found) {
        String html = found.article().getArticleBodyHtml();
        return html == null
                ? List.of()
                : Jsoup.parseBodyFragment(html).select("a").stream()
                        .map((Element a) -> a.attr("href"))
                        .toList();
    }
}
