package io.broadsheet.enrich.step.body;

import io.broadsheet.v1.Basis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pairs images with what is written under them. A figcaption belongs to the images of its figure.
 * Without a figure, a block right after one that is only an image is its caption if its class says
 * so, or if it is short and either centred and at least 80 % grey, or begins as only captions do:
 * so editors write captions that know no figure. Captions leave the text.
 */
final class Captions {

    private static final int INFERRED_CHARS_MAX = 150;
    private static final double GREY_SHARE_MIN = 0.8;

    /** How a caption begins and hardly anything else. */
    private static final Pattern OPENING =
            Pattern.compile(
                    "[▲△↑▼]|\\(?(?:photo|image|picture|foto|bild|фото)s?(?: credits?| by)?\\s?[:©]"
                            + "|[图圖](?:为|為|源|片来源|片來源|片说明|片說明|说|說|[一二三四五六七八九0-9]{0,2}[:：])|写真[:：＝]|사진[:=]",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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
                Caption caption = Caption.of(block, Basis.EXTRACTED);
                captions.merge(block.figure(), caption, Caption::and);
            }
        }
        return captions;
    }

    private void place(Block block) {
        Caption declared = ofFigures.get(block.figure());
        if (declared != null) {
            keepCaptioned(block, declared);
        } else if (followsBareImage(block) && block.inCaption()) {
            caption(kept.removeLast(), Caption.of(block, Basis.EXTRACTED));
        } else if (followsBareImage(block) && looksLikeCaption(block)) {
            caption(kept.removeLast(), Caption.of(block, Basis.INFERRED));
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

    private boolean followsBareImage(Block block) {
        return !kept.isEmpty()
                && kept.getLast().isImageOnly()
                && kept.getLast().images().getLast().caption().isEmpty()
                && block.images().isEmpty();
    }

    private static boolean looksLikeCaption(Block block) {
        boolean grey = block.look().centred() && block.look().greyShare() >= GREY_SHARE_MIN;
        return (grey || OPENING.matcher(block.text()).lookingAt())
                && block.text().codePointCount(0, block.text().length()) <= INFERRED_CHARS_MAX;
    }
}
