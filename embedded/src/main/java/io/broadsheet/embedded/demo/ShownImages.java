package io.broadsheet.embedded.demo;

import static io.broadsheet.v1.ImageVerdict.NOT_FOUND;
import static io.broadsheet.v1.ImageVerdict.OK;
import static io.broadsheet.v1.ImageVerdict.OK_INSECURE;
import static io.broadsheet.v1.ImageVerdict.OK_NO_REFERRER_ONLY;
import static io.broadsheet.v1.ImageVerdict.OK_REFERER_REQUIRED;
import static io.broadsheet.v1.ImageVerdict.OK_TYPE_MISMATCH;
import static io.broadsheet.v1.ImageVerdict.PLACEHOLDER;
import static io.broadsheet.v1.ImageVerdict.TOO_SMALL;
import static io.broadsheet.v1.ImageVerdict.TRACKING_PIXEL;

/** Pictures that come, sound as they are: to be shown, with conditions, or not worth it. */
final class ShownImages {

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final int SAME_COUNT = 6;

    private final Stage stage;

    ShownImages(Stage stage) {
        this.stage = stage;
    }

    void set() {
        sound();
        conditional();
        small();
        same();
        others();
    }

    private void sound() {
        String harbour =
                stage.secure(
                        DemoHost.PICTURES,
                        "/harbour.jpg",
                        Script.picture(JPEG, DemoPictures.jpeg(0.55f, 800, 600)));
        stage.show(DemoArticle.SHOWN, OK, harbour, "a picture, and all agree");
        String octets =
                stage.secure(
                        DemoHost.PICTURES,
                        "/quay.png",
                        Script.picture(
                                "application/octet-stream", DemoPictures.png(0.1f, 640, 480)));
        stage.show(DemoArticle.SHOWN, OK_TYPE_MISMATCH, octets, "declared as octet-stream");
    }

    private void conditional() {
        String plain =
                stage.plain(
                        DemoHost.PLAIN,
                        "/lighthouse.png",
                        Script.picture(PNG, DemoPictures.png(0.15f, 640, 480)));
        stage.show(DemoArticle.SHOWN, OK_INSECURE, plain, "over http only");
        String hotlink =
                stage.secure(
                        DemoHost.HOTLINK,
                        "/ferry.png",
                        Script.onlyFor(
                                asked -> asked.referer().isEmpty(),
                                Script.picture(PNG, DemoPictures.png(0.2f, 640, 480))));
        stage.show(
                DemoArticle.SHOWN, OK_NO_REFERRER_ONLY, hotlink, "403 with a stranger's Referer");
        String members =
                stage.secure(
                        DemoHost.MEMBERS,
                        "/cranes.png",
                        Script.onlyFor(
                                ShownImages::comesFromMembers,
                                Script.picture(PNG, DemoPictures.png(0.25f, 640, 480))));
        stage.show(DemoArticle.SHOWN, OK_REFERER_REQUIRED, members, "403 without its own Referer");
    }

    private static boolean comesFromMembers(Asked asked) {
        return asked.referer().filter(it -> it.contains(DemoHost.MEMBERS.hostName())).isPresent();
    }

    private void small() {
        String small =
                stage.secure(
                        DemoHost.PICTURES,
                        "/pilot.png",
                        Script.picture(PNG, DemoPictures.png(0.35f, 120, 90)));
        stage.show(DemoArticle.SHOWN, TOO_SMALL, small, "120 x 90");
        String pixel =
                stage.secure(
                        DemoHost.PICTURES,
                        "/count.png",
                        Script.picture(PNG, DemoPictures.png(0.4f, 1, 1)));
        stage.show(DemoArticle.SHOWN, TRACKING_PIXEL, pixel, "1 x 1");
    }

    private void same() {
        byte[] silhouette = DemoPictures.png(0.45f, 320, 320);
        for (int i = 1; i <= SAME_COUNT; i++) {
            String url =
                    stage.secure(
                            DemoHost.SAME,
                            "/player-" + i + ".png",
                            Script.picture(PNG, silhouette));
            stage.show(
                    DemoArticle.SAME,
                    PLACEHOLDER,
                    url,
                    "the same bytes under " + SAME_COUNT + " URLs, seen from the fifth on");
        }
    }

    private void others() {
        byte[] reading = DemoPictures.png(0.5f, 640, 480);
        String dotless =
                stage.secure(DemoHost.ATTIC, "/20220313093948566png", Script.page(404, ""));
        stage.secure(DemoHost.ATTIC, "/20220313093948566.png", Script.picture(PNG, reading));
        stage.show(
                DemoArticle.FALSE_GMT, NOT_FOUND, dotless, "404, and the suggestion with its dot");
        String second =
                stage.secure(
                        DemoHost.PICTURES,
                        "/20220313093948687.jpg",
                        Script.picture(JPEG, DemoPictures.jpeg(0.6f, 640, 480)));
        stage.show(DemoArticle.FALSE_GMT, OK, second, "leads in place of the first");
        String gbk =
                stage.secure(
                        DemoHost.PICTURES,
                        "/bridge.jpg",
                        Script.picture(JPEG, DemoPictures.jpeg(0.65f, 640, 480)));
        stage.show(DemoArticle.GBK_PAGE, OK, gbk, "in a page in GBK");
        String lazy =
                stage.secure(
                        DemoHost.PICTURES,
                        "/market.jpg",
                        Script.picture(JPEG, DemoPictures.jpeg(0.7f, 640, 480)));
        stage.show(DemoArticle.LAZY_PAGE, OK, lazy, "in data-src, a stand-in in src");
    }
}
