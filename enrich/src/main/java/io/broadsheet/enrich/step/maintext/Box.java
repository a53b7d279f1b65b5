package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An element of a page and how much text is in it; sums hold what its children hold too. */
final class Box {

    final Element element;
    final NameWords names;
    final @Nullable Box parent;
    boolean chrome;
    final List<Box> children = new ArrayList<>();

    /** Characters that are no space, in links and out of them. */
    int chars;

    /** Of these, those in links. */
    int linkChars;

    /** Characters of sentences out of links, those in chrome too. */
    double all;

    /** Characters of sentences, out of links and out of chrome. */
    double prose;

    /** Sentences that stand directly in the element, in no box of its own. */
    double ownProse;

    boolean title;

    Box(Element element, NameWords names, @Nullable Box parent, boolean chrome) {
        this.element = element;
        this.names = names;
        this.parent = parent;
        this.chrome = chrome;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    double linkDensity() {
        return chars == 0 ? 0 : (double) linkChars / chars;
    }

    /** Adds what it holds to what is around it, once all of it is known. */
    void close() {
        if (parent != null) {
            parent.chars += chars;
            parent.linkChars += linkChars;
            parent.all += all;
            parent.prose += chrome ? 0 : prose;
            parent.title |= title;
        }
    }

    /** It is part of the article after all. */
    void include() {
        chrome = false;
        for (Box around = parent; around != null; around = around.parent) {
            around.prose += prose;
            if (around.chrome) {
                break;
            }
        }
    }
}
