package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An element of a page, what it is and how much is in it. */
final class Box {

    /** What the names of an element say about it. */
    enum Kind {
        /** May be part of an article. */
        PLAIN,
        /** What is written under a picture. */
        CAPTION,
        /** What surrounds articles. */
        CHROME
    }

    private static final double PARAGRAPH_LINKS_MAX = 0.2;

    final Element element;
    final NameWords names;
    final @Nullable Box parent;
    final List<Box> children = new ArrayList<>();
    final Holdings holds = new Holdings();
    final int firstLine;
    private int endLine;
    private Kind kind;

    /**
     * @param firstLine number of the first line that may be in it
     */
    Box(Element element, NameWords names, @Nullable Box parent, Kind kind, int firstLine) {
        this.element = element;
        this.names = names;
        this.parent = parent;
        this.kind = kind;
        this.firstLine = firstLine;
        holds.open(element, parent);
        if (parent != null) {
            parent.children.add(this);
        }
    }

    Kind kind() {
        return kind;
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    boolean nameIs(String name) {
        return element.nameIs(name);
    }

    /** Number of the first line after it. */
    int endLine() {
        return endLine;
    }

    /** How many lines are in it; none if it is only a part of one. */
    int lines() {
        return endLine - firstLine;
    }

    boolean hasLine(int line) {
        return line >= firstLine && line < endLine;
    }

    boolean isAround(Box other) {
        return firstLine <= other.firstLine && endLine >= other.endLine;
    }

    /**
     * Ends it, and adds what it holds to what is around it.
     *
     * @param lines how many lines of the page were read
     */
    void close(int lines) {
        endLine = lines;
        if (isMisnamed()) {
            kind = Kind.PLAIN;
        }
        if (parent != null) {
            parent.holds.add(this);
        }
    }

    private boolean isMisnamed() {
        return switch (kind) {
            case PLAIN -> false;
            case CAPTION -> holds.images() > 0 && !nameIs("figcaption");
            case CHROME ->
                    Kinds.isParagraph(element)
                            && (holds.sentences() > 0 || holds.hasOwnSentence())
                            && holds.linkDensity() < PARAGRAPH_LINKS_MAX;
        };
    }

    /** It is part of the article after all. */
    void include() {
        kind = Kind.PLAIN;
        for (Box around = parent; around != null; around = around.parent) {
            around.holds.addArticle(holds.article());
            if (!around.isPlain()) {
                return;
            }
        }
    }
}
