package io.broadsheet.ingest.format;

import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;
import io.broadsheet.web.markup.MarkupSize;

import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images in a body, in order, their addresses as written with entities decoded. A picture that
 * a page loads late is found by its {@code data-src} and its kin. Frames and scripts are not
 * images.
 */
public final class InlineImages {

    private static final int DEPTH_MAX = 512;
    private static final int MARKDOWN_NESTING_MAX = 100;
    private static final int IMAGES_MAX = 1_000;
    private static final int ATTRIBUTES_MAX = 30;
    private static final int ATTRIBUTE_CHARS_MAX = 2_048;

    private static final List<String> LATE_SOURCES =
            List.of("data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-url");

    private static final org.commonmark.parser.Parser MARKDOWN =
            org.commonmark.parser.Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.NONE)
                    .maxOpenBlockParsers(MARKDOWN_NESTING_MAX)
                    .maxInlineNesting(MARKDOWN_NESTING_MAX)
                    .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    private InlineImages() {}

    /** The images of a body; of each tag the first address that it has. */
    public static List<RawImage> of(String body, BodyFormat format) {
        return switch (format) {
            case HTML -> mayHaveImages(body) ? ofFragment(body) : List.of();
            case MARKDOWN -> mayHaveMarkdownImages(body) ? markdown(body) : List.of();
        };
    }

    private static List<RawImage> ofFragment(String body) {
        return of(parse(ImageTags.only(body).orElse(body)));
    }

    private static boolean mayHaveMarkdownImages(String body) {
        return (body.contains("![") || mayHaveImages(body)) && !MarkupSize.isTooLargeMarkdown(body);
    }

    /** The images of a parsed page. */
    public static List<RawImage> of(Document page) {
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
            return Optional.of(image(element, "poster", element.attr("poster"), position));
        }
        String src = element.attr("src").strip();
        if (!src.isEmpty()) {
            return Optional.of(image(element, "src", src, position));
        }
        for (String late : LATE_SOURCES) {
            String url = element.attr(late).strip();
            if (!url.isEmpty()) {
                return Optional.of(image(element, late, url, position));
            }
        }
        return firstCandidate(element.attr("srcset"))
                .map(url -> image(element, "srcset", url, position));
    }

    private static Optional<String> firstCandidate(String srcset) {
        String first = srcset.strip();
        int end = 0;
        while (end < first.length() && first.charAt(end) > ' ') {
            end++;
        }
        String url = first.substring(0, end);
        String bare = url.endsWith(",") ? url.substring(0, url.length() - 1) : url;
        return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
    }

    private static RawImage image(Element element, String attribute, String url, int position) {
        return RawImage.newBuilder()
                .setUrl(url)
                .setRole(ImageRole.INLINE)
                .setField(element.normalName() + "." + attribute)
                .setPosition(position)
                .setAlt(element.hasAttr("alt") ? cut(element.attr("alt")) : null)
                .setAttributes(attributes(element, attribute, url))
                .build();
    }

    /** All that the tag says besides, so that late sources and sizes are not lost. */
    private static Map<String, String> attributes(Element element, String source, String url) {
        Map<String, String> attributes = new HashMap<>();
        Proxied.behind(url).ifPresent(inner -> attributes.put(Proxied.ATTRIBUTE, inner));
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            boolean told = key.equals(source) || key.equals("alt") || key.startsWith("on");
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
