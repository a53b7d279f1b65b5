package io.broadsheet.enrich.step.body;

import io.broadsheet.v1.Basis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs images with what is written under them. A figcaption belongs to the images of its figure. A
 * centred, short block that is at least 80 % grey, right after a block that is only an image, is
 * the caption of that image: so editors write captions that know no figure. Captions leave the
 * text.
 */
final class Captions {

    private static final int INFERRED_CHARS_MAX = 150;
    private static final double GREY_SHARE_MIN = 0.8;

    private final Map<Integer, Caption> ofFigures;
    private final List<Block> kept = new ArrayList<>();

    private Captions(Map<Integer, Caption> ofFigures) {
        this.ofFigures = ofFigures;
    }

    /** The blocks without captions, their images with them. */
    static List<Block> pair(List<Block> blocks) {
        var captions = new Captions(ofFigures(blocks));
        blocks.forEach(captions::place);
        return captions.kept;
    }

    /** Without captions of pictures that are not there either, as pages have that scripts fill. */
    static List<Block> pairAll(List<Block> blocks) {
        return pair(blocks).stream().filter(block -> !block.isFigcaption()).toList();
    }

    private static Map<Integer, Caption> ofFigures(List<Block> blocks) {
        Set<Integer> pictured = new HashSet<>();
        for (Block block : blocks) {
            if (!block.images().isEmpty()) {
                pictured.add(block.figure());
            }
        }
        Map<Integer, Caption> captions = new HashMap<>();
        for (Block block : blocks) {
            if (block.isFigcaption() && pictured.contains(block.figure())) {
                var caption = new Caption(block.text(), Basis.EXTRACTED);
                captions.merge(block.figure(), caption, Caption::and);
            }
        }
        return captions;
    }

    private void place(Block block) {
        Caption declared = ofFigures.get(block.figure());
        if (declared != null) {
            keepCaptioned(block, declared);
        } else if (looksLikeCaption(block)) {
            caption(kept.removeLast(), new Caption(block.text(), Basis.INFERRED));
        } else {
            kept.add(block);
        }
    }

    private void keepCaptioned(Block block, Caption caption) {
        List<InlineImage> images = block.images().stream().map(i -> i.with(caption)).toList();
        String text = block.isFigcaption() ? "" : block.text();
        if (!text.isEmpty() || !images.isEmpty()) {
            kept.add(block.with(text, images));
        }
    }

    /** Under several images in a row, the words are those of the last. */
    private void caption(Block imageOnly, Caption caption) {
        List<InlineImage> images = new ArrayList<>(imageOnly.images());
        images.add(images.removeLast().with(caption));
        kept.add(imageOnly.with("", images));
    }

    private boolean looksLikeCaption(Block block) {
        return !kept.isEmpty()
                && kept.getLast().isImageOnly()
                && kept.getLast().images().getLast().caption().isEmpty()
                && block.images().isEmpty()
                && block.look().centred()
                && block.look().greyShare() >= GREY_SHARE_MIN
                && block.text().codePointCount(0, block.text().length()) <= INFERRED_CHARS_MAX;
    }
}
