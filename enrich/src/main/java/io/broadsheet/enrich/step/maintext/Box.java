package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An element of a page and how much text is in it; sums hold what its children hold too. */
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

    final Element element;
    final NameWords names;
    final @Nullable Box parent;
    final List<Box> children = new ArrayList<>();
    final int firstLine;
    int endLine;
    Kind kind;

    /** Characters that are no space, in links and out of them. */
    int chars;

    /** Of these, those in links. */
    int linkChars;

    /** Characters of sentences out of links, those in chrome too. */
    double all;

    /** Characters of sentences, out of links, chrome and captions. */
    double prose;

    /** How many article elements are in it. */
    int articles;

    /** Characters of whole sentences, whatever they are in. */
    double sentences;

    /** Sentences that stand directly in the element, in no box of its own. */
    double ownProse;

    /** Whether what is in it means what it says: code, formulas. */
    boolean verbatim;

    /** Whether a table with heads is in it. */
    boolean table;

    Box(Element element, NameWords names, @Nullable Box parent, Kind kind, int firstLine) {
        this.element = element;
        this.names = names;
        this.parent = parent;
        this.kind = kind;
        this.firstLine = firstLine;
        this.verbatim = element.nameIs("pre") || element.nameIs("code") || element.nameIs("math");
        if (parent != null) {
            parent.children.add(this);
            this.verbatim |= parent.verbatim;
        }
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    double linkDensity() {
        return chars == 0 ? 0 : (double) linkChars / chars;
    }

    int lines() {
        return endLine - firstLine;
    }

    void add(Line line) {
        chars += line.chars();
        linkChars += line.linkChars();
        all += line.weight();
        prose += line.weight();
        ownProse += line.prose();
        sentences += line.prose();
    }

    /** Adds what it holds to what is around it, once all of it is known. */
    void close(int lines) {
        endLine = lines;
        if (kind == Kind.CHROME && Kinds.isLeaf(element) && sentences > 0 && linkDensity() < 0.2) {
            kind = Kind.PLAIN;
        }
        if (parent != null) {
            parent.chars += chars;
            parent.linkChars += linkChars;
            parent.all += all;
            parent.table |= table || element.nameIs("th");
            parent.articles += articles + (element.nameIs("article") ? 1 : 0);
            parent.sentences += sentences;
            parent.prose += isPlain() ? prose : 0;
        }
    }

    /** It is part of the article after all. */
    void include() {
        kind = Kind.PLAIN;
        for (Box around = parent; around != null; around = around.parent) {
            around.prose += prose;
            if (!around.isPlain()) {
                break;
            }
        }
    }
}
