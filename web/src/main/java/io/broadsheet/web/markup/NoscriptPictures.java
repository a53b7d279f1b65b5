package io.broadsheet.web.markup;

import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures that a page has for readers without scripts. One beside an image that a script is to
 * fill is that image; any other stands for itself. Dots that count readers are none.
 */
public final class NoscriptPictures {

    /** To put one into its place costs as much as there are places beside it. */
    private static final int PLACES_MAX = 1_000;

    private NoscriptPictures() {}

    /** Puts them where a reader without scripts sees them. Changes the tree. */
    public static void unfold(Element root) {
        for (Element noscript : outermost(root)) {
            List<Element> pictures =
                    noscript.select("img").stream().filter(NoscriptPictures::isShown).toList();
            Optional<Element> late = pictures.size() == 1 ? late(noscript) : Optional.empty();
            late.ifPresentOrElse(
                    img -> fill(img, pictures.getFirst()),
                    () -> pictures.forEach(picture -> noscript.before(picture)));
        }
    }

    /** What is in one of them is no other: it would be looked through once for each around it. */
    private static List<Element> outermost(Element root) {
        List<Element> found = new ArrayList<>();
        root.filter((node, _) -> {
            if (!(node instanceof Element element) || !element.nameIs("noscript")) {
                return FilterResult.CONTINUE;
            }
            found.add(element);
            return found.size() < PLACES_MAX ? FilterResult.SKIP_CHILDREN : FilterResult.STOP;
        });
        return found;
    }

    private static void fill(Element late, Element picture) {
        if (PictureSource.real(late).isEmpty()) {
            PictureSource.real(picture).ifPresent(source -> late.attr("src", source.url()));
        }
        if (late.attr("alt").isBlank() && picture.hasAttr("alt")) {
            late.attr("alt", picture.attr("alt"));
        }
    }

    /** The image beside it that waits for a script. */
    private static Optional<Element> late(Element noscript) {
        return Stream.of(
                        Optional.ofNullable(noscript.previousElementSibling()),
                        Optional.ofNullable(noscript.nextElementSibling()))
                .flatMap(Optional::stream)
                .flatMap(neighbour -> onlyImage(neighbour).stream())
                .filter(PictureSource::isLate)
                .findFirst();
    }

    private static Optional<Element> onlyImage(Element neighbour) {
        List<Element> images = neighbour.selectStream("img").limit(2).toList();
        return images.size() == 1 && neighbour.text().isBlank()
                ? Optional.of(images.getFirst())
                : Optional.empty();
    }

    private static boolean isShown(Element img) {
        String style = img.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return PictureSource.real(img).isPresent()
                && !isDot(img.attr("width"))
                && !isDot(img.attr("height"))
                && !style.contains("display:none")
                && !img.hasAttr("hidden");
    }

    private static boolean isDot(String side) {
        String bare = side.strip();
        return bare.equals("0") || bare.equals("1") || bare.equals("1px");
    }
}
