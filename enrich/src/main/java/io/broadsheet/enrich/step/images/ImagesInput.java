package io.broadsheet.enrich.step.images;

import io.broadsheet.enrich.step.body.InlineImage;
import io.broadsheet.v1.RawImage;

import java.util.List;
import java.util.Optional;

/**
 * What the images of an article are found from.
 *
 * @param named those the source named
 * @param inline those in the body
 * @param bodyIsFragment whether all that the source named inline is the article's own, and not a
 *     page's logos and advertisements
 * @param base what relative URLs are relative to, if it is known
 * @param checkedMax how many distinct images are to be checked
 */
public record ImagesInput(
        List<RawImage> named,
        List<InlineImage> inline,
        boolean bodyIsFragment,
        Optional<String> base,
        int checkedMax) {}
