package io.broadsheet.desk.page;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.desk.door.Door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The few files that pages load, all from here: nothing is asked of the world. */
public final class Assets {

    private static final String OURS = "/io/broadsheet/desk/assets/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    /** Makes them answer. */
    public void addTo(Jex server) {
        add(server, "desk.css", "text/css; charset=utf-8", OURS);
        add(server, "desk.js", "text/javascript; charset=utf-8", OURS);
        add(server, "icon.svg", "image/svg+xml", OURS);
        add(server, "htmx.min.js", "text/javascript; charset=utf-8", HTMX);
    }

    private static void add(Jex server, String name, String type, String place) {
        byte[] bytes = read(place + name);
        server.get("/assets/" + name, context -> answer(context, type, bytes));
    }

    private static void answer(Context context, String type, byte[] bytes) {
        Door.set(context, "Cache-Control", "max-age=60");
        context.contentType(type).write(bytes);
    }

    private static byte[] read(String path) {
        try (InputStream file =
                Objects.requireNonNull(Assets.class.getResourceAsStream(path), path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
