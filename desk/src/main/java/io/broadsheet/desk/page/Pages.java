package io.broadsheet.desk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import io.avaje.jex.http.Context;
import io.broadsheet.desk.door.Door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Shows pages, as HTML or, where {@code as=json} or {@code Accept} says so, as JSON. */
public final class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final ViewJson json = new ViewJson();
    private final Door door;
    private final InstantSource clock;
    private final String version;

    /**
     * @param door knows who looks
     * @param clock the time
     * @param version of the software
     */
    public Pages(Door door, InstantSource clock, String version) {
        this.door = door;
        this.clock = clock;
        this.version = version;
    }

    /** Answers with a page. */
    public void show(Context context, Page page) {
        if (wantsJson(context)) {
            context.contentType("application/json").write(json.write(page.view()));
        } else {
            html(context, render(context, page));
        }
    }

    /** Answers that something is not there. */
    public void missing(Context context, String what) {
        context.status(404);
        show(context, new Page("notice.jte", Tab.NONE, "Not here", new Notice(what)));
    }

    /** Answers that something did not work. */
    public void failed(Context context, int status, String why) {
        context.status(status);
        show(context, new Page("notice.jte", Tab.NONE, "That did not work", new Notice(why)));
    }

    private String render(Context context, Page page) {
        var output = new StringOutput();
        Frame frame =
                new Frame(
                        page.tab(),
                        page.title(),
                        self(context),
                        clock.instant(),
                        door.visitor(context),
                        version);
        engine.render(page.template(), Map.of("frame", frame, "view", page.view()), output);
        return output.toString();
    }

    /** Answers with HTML that was made. */
    public static void html(Context context, String html) {
        context.contentType("text/html; charset=utf-8").write(html);
    }

    private static String self(Context context) {
        return context.path()
                + Optional.ofNullable(context.queryString())
                        .filter(query -> !query.isEmpty())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    private static boolean wantsJson(Context context) {
        String accepted = Objects.requireNonNullElse(context.header("Accept"), "");
        return parameter(context, "as").filter("json"::equals).isPresent()
                || (accepted.contains("application/json") && !accepted.contains("text/html"));
    }

    /** A parameter of the address; empty if it is not there or blank. */
    public static Optional<String> parameter(Context context, String name) {
        String query = Objects.requireNonNullElse(context.uri().getRawQuery(), "");
        return Arrays.stream(query.split("&", -1))
                .filter(part -> part.startsWith(name + "="))
                .findFirst()
                .map(part -> decoded(part.substring(name.length() + 1)).strip())
                .filter(text -> !text.isEmpty());
    }

    /** As forms encode it: a plus is a blank, which the server's own reading does not know. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text; // no encoding at all: what was typed into the address
        }
    }

    /** The number of a page of a list, from 1. */
    public static int number(Context context) {
        return parameter(context, "page")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }
}
