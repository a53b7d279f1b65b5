package io.broadsheet.embedded.demo;

import io.broadsheet.embedded.machine.EmbeddedStartException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the articles of the demo where an inbox finds them. */
public final class DemoInbox {

    private static final Charset GBK = Charset.forName("GBK");

    private final Path directory;
    private final List<DemoImage> images;

    /**
     * @param directory made if missing
     * @param images that the articles show
     */
    public DemoInbox(Path directory, List<DemoImage> images) {
        this.directory = directory;
        this.images = List.copyOf(images);
    }

    /**
     * Writes them all; an article that lies there already is written anew.
     *
     * @throws EmbeddedStartException if that fails
     */
    public void fill() {
        try {
            Files.createDirectories(directory);
            for (DemoArticle article : DemoArticle.values()) {
                write(article);
            }
        } catch (IOException e) {
            throw new EmbeddedStartException("The articles cannot be written: " + e, e);
        }
    }

    /** Under another name first: an inbox must not see half an article. */
    private void write(DemoArticle article) throws IOException {
        Charset charset = article == DemoArticle.GBK_PAGE ? GBK : StandardCharsets.UTF_8;
        Path draft = directory.resolve(article.file() + ".tmp");
        Files.write(draft, text(article).getBytes(charset));
        Files.move(
                draft,
                directory.resolve(article.file()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private String text(DemoArticle article) {
        List<DemoImage> shown = images.stream().filter(it -> it.article() == article).toList();
        return switch (article) {
            case SHOWN -> DemoTexts.SHOWN + figures(shown);
            case WITHHELD -> DemoTexts.WITHHELD + figures(shown);
            case SPOILT -> DemoTexts.SPOILT + figures(shown);
            case UNREACHED -> DemoTexts.UNREACHED + figures(shown);
            case UNASKED -> DemoTexts.UNASKED + figures(shown);
            case SAME -> DemoTexts.SAME + figures(shown);
            case FALSE_GMT -> filled(DemoTexts.FALSE_GMT, shown);
            case GBK_PAGE -> filled(DemoTexts.GBK_PAGE, shown);
            case LAZY_PAGE -> filled(DemoTexts.LAZY_PAGE, shown);
        };
    }

    private static String figures(List<DemoImage> images) {
        return images.stream().map(DemoInbox::figure).collect(Collectors.joining());
    }

    private static String figure(DemoImage image) {
        return "<figure><img src=\"%s\"><figcaption>%s: %s</figcaption></figure>%n"
                .formatted(image.url(), image.verdict(), image.what());
    }

    private static String filled(String text, List<DemoImage> images) {
        return text.formatted(images.stream().map(DemoImage::url).toArray());
    }
}
