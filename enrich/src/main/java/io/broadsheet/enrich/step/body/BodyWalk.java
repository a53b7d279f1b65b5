package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * One walk over a parsed body that gathers everything the other steps need of it: blocks of text
 * with their look, and images where they stand.
 */
final class BodyWalk implements NodeFilter {

    /** What sets something for its content without any attribute. */
    private static final Set<String> PLAIN_SETTERS = Set.of("figure", "figcaption", "center");

    private static final Set<String> CELLS = Set.of("td", "th");

    private final List<Block> blocks = new ArrayList<>();
    private final TextFlow text = new TextFlow();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private List<InlineImage> images = new ArrayList<>();
    private final StringBuilder credit = new StringBuilder();
    private boolean blockCentred;
    private int visible;
    private int grey;
    private int figures;

    /** What an element sets for all it contains. */
    private record Frame(
            Element of,
            boolean centred,
            boolean grey,
            int figure,
            boolean caption,
            boolean credit) {

        Frame within(Element element, int figure) {
            return new Frame(
                    element,
                    Centring.on(element).orElse(centred),
                    greyOn(element),
                    figure,
                    caption || FigureMarkup.isCaption(element),
                    credit || FigureMarkup.isCredit(element));
        }

        private boolean greyOn(Element element) {
            String colour = GreyColour.declaredOn(element);
            return colour.isEmpty() ? grey : GreyColour.isGrey(colour);
        }
    }

    private BodyWalk(Element root) {
        frames.push(new Frame(root, false, false, 0, false, false));
    }

    /** The blocks of an element, in order; none is empty. */
    static List<Block> blocksOf(Element root) {
        var walk = new BodyWalk(root);
        root.filter(walk);
        walk.endBlock();
        return walk.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode run) {
            append(run.getWholeText());
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? enter(element) : FilterResult.SKIP_ENTIRELY;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            leave(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        if (Unseen.hides(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (name) {
            case "br" -> text.lineBreak();
            case "img" -> ImageSource.of(element).ifPresent(image -> add(element, image));
            default -> boundary(element);
        }
        if (setsSomething(element)) {
            int figure = FigureMarkup.isFigure(element) ? ++figures : frames.element().figure();
            frames.push(frames.element().within(element, figure));
        }
        return FilterResult.CONTINUE;
    }

    private void leave(Element element) {
        boundary(element);
        if (frames.element().of().equals(element) && frames.size() > 1) {
            frames.pop();
        }
    }

    /**
     * Either edge of an element: a block ends there, a cell is parted from the next by a space,
     * unless it is a caption, as in Blogger's tables.
     */
    private void boundary(Element element) {
        boolean cell = CELLS.contains(element.normalName());
        if (cell && !FigureMarkup.isCaption(element)) {
            text.space();
        } else if (cell || element.isBlock()) {
            endBlock();
        }
    }

    private static boolean setsSomething(Element element) {
        return element.attributesSize() > 0 || PLAIN_SETTERS.contains(element.normalName());
    }

    private void append(String run) {
        noteStart();
        int added = text.append(run);
        visible += added;
        if (frames.element().grey()) {
            grey += added;
        }
        if (frames.element().credit()) {
            credit.append(run);
        }
    }

    private void add(Element img, InlineImage image) {
        noteStart();
        // What is shown later is to be the picture, not the placeholder of a lazy page.
        img.attr("src", image.url());
        images.add(image);
    }

    private void noteStart() {
        if (text.isEmpty() && images.isEmpty()) {
            blockCentred = frames.element().centred();
        }
    }

    private void endBlock() {
        if (!text.isEmpty() || !images.isEmpty()) {
            Frame frame = frames.element();
            var look = new Block.Look(blockCentred, visible == 0 ? 0 : (double) grey / visible);
            blocks.add(
                    new Block(
                            text.take(),
                            images,
                            look,
                            frame.figure(),
                            frame.caption(),
                            credit.toString().strip()));
            images = new ArrayList<>();
            visible = 0;
            grey = 0;
        }
        text.take();
        credit.setLength(0);
    }
}
