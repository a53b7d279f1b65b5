package io.broadsheet.enrich.step.body;

import java.util.List;

/**
 * What stands between two block boundaries of a body.
 *
 * @param text as shown, lines separated by a newline; empty if there is none
 * @param images in order
 * @param look how it looks
 * @param figure number of the figure it is in, 0 if none
 * @param inCaption whether the markup says that it is a caption
 * @param credit what of the text the markup calls the credit of an image; empty if nothing
 */
record Block(
        String text,
        List<InlineImage> images,
        Look look,
        int figure,
        boolean inCaption,
        String credit) {

    /**
     * How a block looks.
     *
     * @param centred whether its first content is centred
     * @param greyShare the share of its visible characters in a grey colour, 0 to 1
     */
    record Look(boolean centred, double greyShare) {}

    /** Whether it is nothing but one or more images. */
    boolean isImageOnly() {
        return text.isEmpty() && !images.isEmpty();
    }

    /** Whether it is the text of a caption inside a figure. */
    boolean isFigcaption() {
        return inCaption && figure > 0 && !text.isEmpty();
    }

    /** The same block with other content. */
    Block with(String otherText, List<InlineImage> otherImages) {
        return new Block(otherText, otherImages, look, figure, inCaption, credit);
    }
}
