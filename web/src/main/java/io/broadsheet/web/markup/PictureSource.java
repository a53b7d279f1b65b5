package io.broadsheet.web.markup;

import org.jsoup.nodes.Element;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an {@code img} element has its picture, in the best size that it offers. In order: the
 * largest of its own {@code srcset}, or of a {@code source} of the {@code picture} around it, if
 * the set says how large it is; {@code src}; what lazy pages keep in attributes of their own; a set
 * that says nothing of sizes. What only stands in for the picture comes last.
 *
 * @param url as written
 * @param field element and attribute, such as {@code img.src}
 */
public record PictureSource(String url, String field) {

    private static final List<String> LAZY =
            List.of(
                    "data-src",
                    "data-original",
                    "data-lazy-src",
                    "data-actualsrc",
                    "data-original-src",
                    "data-lazy",
                    "data-hi-res-src",
                    "data-full-src",
                    "data-img-src",
                    "data-url");

    private static final List<String> SETS =
            List.of("srcset", "data-srcset", "data-lazy-srcset", "data-original-set");

    /** What every browser of today shows; of the others there is always another source. */
    private static final Set<String> SHOWN =
            Set.of(
                    "",
                    "image/jpeg",
                    "image/jpg",
                    "image/pjpeg",
                    "image/png",
                    "image/apng",
                    "image/gif",
                    "image/webp",
                    "image/avif",
                    "image/svg+xml",
                    "image/bmp");

    /** The picture of an element; empty if no attribute names one. */
    public static Optional<PictureSource> of(Element img) {
        String src = img.attr("src").strip();
        Optional<PictureSource> plain =
                src.isEmpty() ? Optional.empty() : Optional.of(new PictureSource(src, "img.src"));
        return offersMore(img) ? real(img).or(() -> plain) : plain;
    }

    /** Most images have a {@code src} and no more, and a body can hold very many. */
    private static boolean offersMore(Element img) {
        Element parent = img.parent();
        if (parent != null && parent.nameIs("picture")) {
            return true;
        }
        return hasAny(img, SETS) || hasAny(img, LAZY);
    }

    private static boolean hasAny(Element img, List<String> names) {
        for (String name : names) {
            if (img.hasAttr(name)) {
                return true;
            }
        }
        return false;
    }

    /** The picture of an element, if it is more than a stand-in. */
    static Optional<PictureSource> real(Element img) {
        String src = img.attr("src").strip();
        return sets(img)
                .filter(set -> set.candidate().isLarge())
                .findFirst()
                .map(Sized::source)
                .or(() ->
                        StandIn.is(src)
                                ? Optional.empty()
                                : Optional.of(new PictureSource(src, "img.src")))
                .or(() -> lazy(img))
                .or(() -> sets(img).findFirst().map(Sized::source));
    }

    /** Whether a script is to put the picture in its place. */
    static boolean isLate(Element img) {
        return StandIn.is(img.attr("src"))
                || lazy(img).isPresent()
                || img.hasAttr("data-srcset")
                || img.hasAttr("data-lazy-srcset");
    }

    private static Optional<PictureSource> lazy(Element img) {
        return LAZY.stream()
                .map(name -> new PictureSource(img.attr(name).strip(), "img." + name))
                .filter(source -> !StandIn.is(source.url()))
                .findFirst();
    }

    private record Sized(SourceSet.Candidate candidate, String field) {

        PictureSource source() {
            return new PictureSource(candidate.url(), field);
        }
    }

    /** The largest candidate of each set, those of the element itself first. */
    private static Stream<Sized> sets(Element img) {
        Element parent = img.parent();
        Stream<Sized> own = sets(img, "img.");
        if (parent == null || !parent.nameIs("picture")) {
            return own;
        }
        // What is for some screens only may be cut to fit them.
        Stream<Sized> anywhere =
                sources(parent)
                        .filter(it -> media(it).isEmpty())
                        .flatMap(PictureSource::setsOfSource);
        Stream<Sized> somewhere =
                sources(parent)
                        .filter(it -> !media(it).isEmpty())
                        .flatMap(PictureSource::setsOfSource);
        return Stream.of(own, anywhere, somewhere).flatMap(it -> it);
    }

    private static Stream<Sized> setsOfSource(Element source) {
        return sets(source, "source.");
    }

    private static Stream<Element> sources(Element picture) {
        return picture.children().stream()
                .filter(child -> child.nameIs("source"))
                .filter(PictureSource::isShown)
                .filter(source -> !media(source).contains("print"));
    }

    private static String media(Element source) {
        String media = source.attr("media").strip().toLowerCase(Locale.ROOT);
        return media.equals("all") || media.equals("screen") ? "" : media;
    }

    private static boolean isShown(Element source) {
        String type = source.attr("type").split(";", 2)[0];
        return SHOWN.contains(type.strip().toLowerCase(Locale.ROOT));
    }

    private static Stream<Sized> sets(Element element, String prefix) {
        return SETS.stream()
                .filter(element::hasAttr)
                .flatMap(name ->
                        SourceSet.of(element.attr(name)).largest().stream()
                                .map(candidate -> new Sized(candidate, prefix + name)));
    }
}
