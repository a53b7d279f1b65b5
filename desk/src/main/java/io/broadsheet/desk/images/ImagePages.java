package io.broadsheet.desk.images;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.desk.images.ImageView.Count;
import io.broadsheet.desk.page.Page;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.desk.page.Slice;
import io.broadsheet.desk.page.Tab;

import java.util.List;

/** Verdicts on images, and the hosts that they are on. */
public final class ImagePages {

    private static final int HOSTS_MAX = 30;

    private final ImageShelf shelf;
    private final Pages pages;

    /**
     * @param shelf what became of each
     */
    public ImagePages(ImageShelf shelf, Pages pages) {
        this.shelf = shelf;
        this.pages = pages;
    }

    /** Makes it answer. */
    public void addTo(Jex server) {
        server.get("/images", this::show);
    }

    private void show(Context context) {
        List<ImageLine> all = shelf.latest();
        String host = Pages.parameter(context, "host").orElse("");
        String verdict = Pages.parameter(context, "verdict").orElse("");
        List<ImageLine> wanted =
                all.stream()
                        .filter(image -> host.isEmpty() || image.host().equals(host))
                        .filter(image -> verdict.isEmpty() || image.verdict().equals(verdict))
                        .toList();
        ImageView view =
                new ImageView(
                        all.size(),
                        counts(all),
                        ImageShelf.hosts(all).stream().limit(HOSTS_MAX).toList(),
                        host,
                        verdict,
                        Slice.of(wanted, Pages.number(context)));
        pages.show(context, new Page("images.jte", Tab.IMAGES, "Images", view));
    }

    private static List<Count> counts(List<ImageLine> images) {
        return ImageShelf.verdicts(images).stream()
                .map(entry ->
                        new Count(
                                entry.getKey(), outcome(images, entry.getKey()), entry.getValue()))
                .toList();
    }

    private static String outcome(List<ImageLine> images, String verdict) {
        return images.stream()
                .filter(image -> image.verdict().equals(verdict))
                .map(ImageLine::outcome)
                .findFirst()
                .orElse("");
    }
}
