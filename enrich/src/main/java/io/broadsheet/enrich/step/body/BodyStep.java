package io.broadsheet.enrich.step.body;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.enrich.step.maintext.MainText;
import io.broadsheet.enrich.step.maintext.PageFacts;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.web.markup.MarkupSize;
import io.broadsheet.web.markup.NoscriptPictures;
import io.broadsheet.web.markup.TagNames;

import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a body: one parse, one walk for text and images, one copy for safe HTML. Whatever the
 * input, the answer is a body: if the markup is beyond us, its text. Safe for many threads.
 */
public final class BodyStep {

    /** More than this is cut off before anything is parsed. */
    static final int CHARS_MAX = 1_000_000;

    /** The same for pages, which hold scripts and more that is no text. */
    static final int PAGE_CHARS_MAX = 4_000_000;

    /**
     * To find the article takes as much again as to parse the page; few pages have a third of it.
     */
    private static final int PAGE_NODES_MAX = 20_000;

    /** How much the HTML may outgrow its source, for entities and absolute links. */
    static final int GROWTH_CHARS_MAX = 128 * 1024;

    private static final int MARKDOWN_DEPTH_MAX = 100;
    private static final String TOO_LARGE = "more than " + MarkupSize.NODES_MAX + " nodes";
    private static final String TEXT_FIELD = "articleBody";
    private static final String HTML_FIELD = "articleBodyHtml";

    private final Sanitiser sanitiser = new Sanitiser();
    private final HtmlRenderer markdownHtml = HtmlRenderer.builder().build();
    private final org.commonmark.parser.Parser markdown =
            org.commonmark.parser.Parser.builder()
                    .maxOpenBlockParsers(MARKDOWN_DEPTH_MAX)
                    .maxInlineNesting(MARKDOWN_DEPTH_MAX)
                    .build();

    /** The text that a reader sees of a piece of HTML, such as a summary. */
    public static String textOf(String html) {
        String bounded = SafeText.cut(html, CHARS_MAX);
        if (bounded.indexOf('<') < 0 && bounded.indexOf('&') < 0) {
            var flow = new TextFlow();
            flow.append(bounded);
            return flow.take();
        }
        return MarkupSize.isTooLarge(bounded)
                ? TagStrip.textOf(bounded)
                : joined(BodyWalk.blocksOf(Jsoup.parseBodyFragment(bounded).body()));
    }

    /** The body in the markup. */
    public Body read(Markup markup) {
        List<QualityFlag> flags = new ArrayList<>();
        Markup bounded = bounded(markup, flags);
        Body body = parsed(bounded, flags);
        if (body.text().isEmpty() && body.html().isEmpty() && body.images().isEmpty()) {
            flags.add(QualityCode.BODY_EMPTY.on(TEXT_FIELD));
        }
        return body;
    }

    private static Markup bounded(Markup markup, List<QualityFlag> flags) {
        String source = markup.source();
        String bounded = bounded(source, markup.kind());
        if (bounded.length() < source.length()) {
            flags.add(QualityCode.BODY_TRUNCATED.on(TEXT_FIELD, source.length() + " characters"));
        }
        return new Markup(bounded, markup.kind(), markup.base());
    }

    /**
     * Of a page that is too large, what comes first is more likely the article than what is last.
     */
    private static String bounded(String source, Markup.Kind kind) {
        return kind == Markup.Kind.HTML_PAGE
                ? MarkupSize.affordable(SafeText.cut(source, PAGE_CHARS_MAX), PAGE_NODES_MAX)
                : SafeText.cut(source, CHARS_MAX);
    }

    private Body parsed(Markup markup, List<QualityFlag> flags) {
        if (markup.kind() == Markup.Kind.MARKDOWN
                && MarkupSize.isTooLargeMarkdown(markup.source())) {
            return textOnly(markup, flags, TOO_LARGE);
        }
        String html = toHtml(markup);
        if (markup.kind() != Markup.Kind.HTML_PAGE && MarkupSize.isTooLarge(html)) {
            return textOnly(markup, flags, TOO_LARGE);
        }
        try {
            return fromHtml(html, markup, flags);
        } catch (StackOverflowError e) {
            return textOnly(markup, flags, "nested too deep");
        }
    }

    private Body fromHtml(String html, Markup markup, List<QualityFlag> flags) {
        Document document = Jsoup.parse(html, markup.base().orElse(SafeCopy.NOWHERE));
        if (TagNames.occurs(html, "noscript")) {
            NoscriptPictures.unfold(document.body());
        }
        Optional<String> base = TagNames.occurs(html, "base") ? base(document) : Optional.empty();
        if (markup.kind() != Markup.Kind.HTML_PAGE) {
            List<Block> blocks = Captions.pair(BodyWalk.blocksOf(document.body()));
            return shown(document.body(), blocks, markup, flags).withBase(base);
        }
        MainText.Found found = MainText.of(document);
        if (found.declared()) {
            flags.add(QualityCode.BODY_FROM_LINKED_DATA.on(TEXT_FIELD));
        }
        List<Block> blocks = Captions.pairAll(BodyWalk.blocksOf(found.element()));
        return shown(found.element(), blocks, markup, flags)
                .withBase(base)
                .withFacts(found.facts());
    }

    private Body shown(Element root, List<Block> blocks, Markup markup, List<QualityFlag> flags) {
        Sanitiser.Sanitised safe = sanitiser.clean(root, charsMax(markup));
        if (safe.refusal().isPresent()) {
            String why = safe.refusal().get();
            return markup.kind() == Markup.Kind.HTML_PAGE
                    ? textOnly(joined(blocks), markup, flags, why)
                    : textOnly(markup, flags, why);
        }
        if (safe.removed()) {
            flags.add(QualityCode.HTML_CLEANED.on(HTML_FIELD));
        }
        return body(blocks, safe.html(), flags);
    }

    /** Where there is a {@code base} element jsoup has read it against the page's own URL. */
    private static Optional<String> base(Document document) {
        return document.selectFirst("base[href]") == null
                        || document.baseUri().startsWith(SafeCopy.NOWHERE)
                ? Optional.empty()
                : Optional.of(document.baseUri());
    }

    private static Body body(List<Block> blocks, String html, List<QualityFlag> flags) {
        List<InlineImage> images = blocks.stream().flatMap(b -> b.images().stream()).toList();
        if (images.stream().anyMatch(BodyStep::isInferred)) {
            flags.add(QualityCode.CAPTION_INFERRED.on("images"));
        }
        return new Body(joined(blocks), html, images, Optional.empty(), flags, PageFacts.NONE);
    }

    private static String joined(List<Block> blocks) {
        var text = new StringBuilder();
        for (Block block : blocks) {
            if (!block.text().isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(block.text());
            }
        }
        return text.toString();
    }

    private static boolean isInferred(InlineImage image) {
        return image.caption().filter(c -> c.basis() == Basis.INFERRED).isPresent();
    }

    private static Body textOnly(Markup markup, List<QualityFlag> flags, String why) {
        return textOnly(TagStrip.textOf(markup.source()), markup, flags, why);
    }

    private static Body textOnly(String text, Markup markup, List<QualityFlag> flags, String why) {
        flags.add(QualityCode.HTML_FALLBACK_TEXT.on(HTML_FIELD, why));
        String html = paragraphs(text, "\n");
        return new Body(
                text,
                html.length() > charsMax(markup) ? "" : html,
                List.of(),
                Optional.empty(),
                flags,
                PageFacts.NONE);
    }

    private static int charsMax(Markup markup) {
        return markup.source().length() + GROWTH_CHARS_MAX;
    }

    private String toHtml(Markup markup) {
        return switch (markup.kind()) {
            case HTML_FRAGMENT, HTML_PAGE -> markup.source();
            case MARKDOWN -> markdownHtml.render(markdown.parse(markup.source()));
            case PLAIN -> paragraphs(markup.source().replace("\r\n", "\n"), "\n\n");
        };
    }

    private static String paragraphs(String text, String separator) {
        var html = new StringBuilder(text.length() + 64);
        for (String paragraph : Entities.escape(text).split(separator, -1)) {
            if (!paragraph.isBlank()) {
                html.append("<p>").append(paragraph).append("</p>\n");
            }
        }
        return html.toString().strip();
    }
}
