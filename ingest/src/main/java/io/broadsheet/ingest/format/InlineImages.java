package io.broadsheet.ingest.format;

import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;
import io.broadsheet.web.markup.MarkupSize;
import io.broadsheet.web.markup.NoscriptPictures;
import io.broadsheet.web.markup.PictureSource;

import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images in a body, in order, their addresses as written with entities decoded. A picture that
 * a page loads late is found by its {@code data-src} and its kin, or in its {@code noscript}.
 * Frames and scripts are not images.
 */
public final class InlineImages {

    private static final int DEPTH_MAX = 512;
    private static final int MARKDOWN_NESTING_MAX = 100;
    private static final int IMAGES_MAX = 1_000;
    private static final int ATTRIBUTES_MAX = 30;
    private static final int ATTRIBUTE_CHARS_MAX = 2_048;

    private static final org.commonmark.parser.Parser MARKDOWN =
            org.commonmark.parser.Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.NONE)
                    .maxOpenBlockParsers(MARKDOWN_NESTING_MAX)
                    .maxInlineNesting(MARKDOWN_NESTING_MAX)
                    .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    private InlineImages() {}

    /** The images of a body; of each tag the best that it offers, see {@link PictureSource}. */
    public static List<RawImage> of(String body, BodyFormat format) {
        return switch (format) {
            case HTML -> ofFragment(body);
            case MARKDOWN -> mayHaveMarkdownImages(body) ? markdown(body) : List.of();
        };
    }

    private static List<RawImage> ofFragment(String body) {
        Optional<String> tags = ImageTags.only(body);
        if (tags.isEmpty()) {
            return mayHaveImages(body) ? of(parse(body)) : List.of();
        }
        return tags.get().isEmpty() ? List.of() : ofTags(tags.get());
    }

    /** Tags alone, each closed in itself, need no page around them, and most of them no parser. */
    private static List<RawImage> ofTags(String tags) {
        return PlainTags.of(tags)
                .map(InlineImages::in)
                .orElseGet(() -> in(closed(tags).children()));
    }

    private static Document closed(String tags) {
        return Parser.xmlParser().settings(ParseSettings.htmlDefault).parseInput(tags, "");
    }

    private static List<RawImage> in(List<Element> elements) {
        List<RawImage> images = new ArrayList<>();
        for (Element element : elements) {
            if (images.size() < IMAGES_MAX && isImage(element)) {
                image(element, images.size()).ifPresent(images::add);
            }
        }
        return images;
    }

    private static boolean mayHaveMarkdownImages(String body) {
        return (body.contains("![") || mayHaveImages(body)) && !MarkupSize.isTooLargeMarkdown(body);
    }

    /** The images of a parsed page. Those for readers without scripts are put in their places. */
    public static List<RawImage> of(Document page) {
        NoscriptPictures.unfold(page.body());
        return in(page);
    }

    private static List<RawImage> in(Document page) {
        List<RawImage> images = new ArrayList<>();
        page.forEachNode(node -> {
            boolean room = images.size() < IMAGES_MAX;
            if (room && node instanceof Element element && isImage(element)) {
                image(element, images.size()).ifPresent(images::add);
            }
        });
        return images;
    }

    private static boolean isImage(Element element) {
        String name = element.normalName();
        return name.equals("img") || (name.equals("video") && element.hasAttr("poster"));
    }

    /** A page as browsers read it, however deep it is nested; its beginning, if it is too large. */
    public static Document parse(String html) {
        return Parser.htmlParser()
                .setMaxDepth(DEPTH_MAX)
                .parseInput(MarkupSize.affordable(html), "");
    }

    private static List<RawImage> markdown(String body) {
        return of(parse(RENDERER.render(MARKDOWN.parse(body))));
    }

    private static boolean mayHaveImages(String body) {
        for (int tag = body.indexOf('<'); tag >= 0; tag = body.indexOf('<', tag + 1)) {
            if (body.regionMatches(true, tag + 1, "im", 0, 2)
                    || body.regionMatches(true, tag + 1, "video", 0, 5)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<RawImage> image(Element element, int position) {
        if (element.normalName().equals("video")) {
            var poster = new PictureSource(element.attr("poster"), "video.poster");
            return Optional.of(image(element, poster, position));
        }
        return PictureSource.of(element).map(source -> image(element, source, position));
    }

    private static RawImage image(Element element, PictureSource source, int position) {
        return RawImage.newBuilder()
                .setUrl(source.url())
                .setRole(ImageRole.INLINE)
                .setField(source.field())
                .setPosition(position)
                .setAlt(element.hasAttr("alt") ? cut(element.attr("alt")) : null)
                .setAttributes(attributes(element, source))
                .build();
    }

    /** All that the tag says besides, so that late sources and sizes are not lost. */
    private static Map<String, String> attributes(Element element, PictureSource source) {
        Map<String, String> attributes = new HashMap<>();
        Proxied.behind(source.url()).ifPresent(inner -> attributes.put(Proxied.ATTRIBUTE, inner));
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            boolean told =
                    attribute.getValue().strip().equals(source.url())
                            || key.equals("alt")
                            || key.startsWith("on");
            if (!told && attributes.size() < ATTRIBUTES_MAX && key.length() < 100) {
                attributes.put(key, cut(attribute.getValue()));
            }
        }
        return attributes;
    }

    private static String cut(String value) {
        return SafeText.cut(value, ATTRIBUTE_CHARS_MAX);
    }
}
