package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page that is a discussion: what readers wrote is not beside an article, it is what the page is
 * about.
 */
final class Discussion {

    private static final int COMMENTS_MIN = 3;
    private static final double SHARE_MIN = 0.6;
    private static final double ARTICLE_SHARE_MAX = 0.25;
    private static final int ARTICLE_SENTENCES_MIN = 250;

    /** How pages say that they are articles. */
    private static final String ARTICLE = "meta[property=og:type][content=article]";

    private static final Set<String> COMMENTS = WordList.setOf("comment comments commentlist");
    private static final Set<String> ELEMENTS =
            WordList.setOf("div section article li ul ol table tr td");

    private final Box body;
    private final List<Box> comments = new ArrayList<>();
    private double weight;
    private int covered;
    private boolean article;

    private Discussion(Box body) {
        this.body = body;
    }

    /**
     * What holds the discussion, if the page is one; its comments are then no chrome.
     *
     * @param document the page
     * @param body what was surveyed of it
     */
    static Optional<Box> in(Document document, Box body) {
        var discussion = new Discussion(body);
        discussion.look();
        return discussion.isAll() && document.selectFirst(ARTICLE) == null
                ? Optional.of(discussion.opened())
                : Optional.empty();
    }

    private void look() {
        Deque<Box> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Box box = open.pop();
            if (isComment(box)) {
                comments.add(box);
                weight += box.firstLine >= covered ? box.holds.all() : 0;
                covered = Math.max(covered, box.endLine());
            } else {
                article |= isArticle(box);
            }
            for (int i = box.children.size() - 1; i >= 0; i--) {
                open.push(box.children.get(i));
            }
        }
    }

    private static boolean isComment(Box box) {
        return !box.isPlain()
                && ELEMENTS.contains(box.element.normalName())
                && box.names.hasAny(COMMENTS);
    }

    private static boolean isArticle(Box box) {
        return Hints.of(box) != Hints.NONE && box.holds.article() >= ARTICLE_SENTENCES_MIN;
    }

    private boolean isAll() {
        return comments.size() >= COMMENTS_MIN
                && !article
                && weight >= SHARE_MIN * body.holds.all()
                && body.holds.article() <= ARTICLE_SHARE_MAX * body.holds.all();
    }

    /** Inner ones first: each adds what it holds to what is around it. */
    private Box opened() {
        comments.reversed().forEach(Box::include);
        @Nullable Box at = comments.getFirst().parent;
        while (at != null && !(at.isAround(comments.getLast()) && Hints.of(at) != Hints.NONE)) {
            at = at.parent;
        }
        return at == null ? body : at;
    }
}
