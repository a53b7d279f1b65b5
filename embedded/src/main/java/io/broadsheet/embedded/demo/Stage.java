package io.broadsheet.embedded.demo;

import io.broadsheet.v1.ImageVerdict;

import java.util.ArrayList;
import java.util.List;

/** Where the images of the demo are set up: their scripts, and the list of them. */
final class Stage {

    private final ScriptServer secure;
    private final ScriptServer plain;
    private final List<DemoImage> images = new ArrayList<>();

    Stage(ScriptServer secure, ScriptServer plain) {
        this.secure = secure;
        this.plain = plain;
    }

    List<DemoImage> images() {
        return List.copyOf(images);
    }

    /** Adds an image at any URL. */
    void show(DemoArticle article, ImageVerdict verdict, String url, String what) {
        images.add(new DemoImage(article, verdict, url, what));
    }

    /** Plays a script over https, and says under which URL. */
    String secure(DemoHost host, String path, Script script) {
        secure.at(host, path, script);
        return "https://" + host.hostName() + ":" + secure.port() + path;
    }

    /** Plays a script over http only, and says under which URL. */
    String plain(DemoHost host, String path, Script script) {
        plain.at(host, path, script);
        return "http://" + host.hostName() + ":" + plain.port() + path;
    }

    /** A URL that speaks https to a port that does not. */
    String secureToPlain(DemoHost host, String path) {
        return "https://" + host.hostName() + ":" + plain.port() + path;
    }
}
