package io.broadsheet.desk.operator;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.desk.door.Door;
import io.broadsheet.desk.page.Notice;
import io.broadsheet.desk.page.Page;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.desk.page.Tab;

import java.util.Optional;

/** Where an operator signs in with the token, and out again. */
public final class OperatorPages {

    private final Door door;
    private final Pages pages;

    /**
     * @param door knows the token
     */
    public OperatorPages(Door door, Pages pages) {
        this.door = door;
        this.pages = pages;
    }

    /** Makes them answer. */
    public void addTo(Jex server) {
        server.get(Door.SIGN_IN, context -> show(context, ""))
                .post(Door.SIGN_IN, this::signIn)
                .post("/sign-out", this::signOut);
    }

    private void show(Context context, String trouble) {
        pages.show(context, new Page("sign-in.jte", Tab.NONE, "Sign in", new Notice(trouble)));
    }

    private void signIn(Context context) {
        String token = Optional.ofNullable(context.formParam("token")).orElse("");
        switch (door.signIn(context, token)) {
            case DONE -> context.redirect("/letters", 303);
            case WRONG -> {
                context.status(403);
                show(context, "That is not the token of this desk.");
            }
            case TOO_OFTEN -> {
                context.status(429).header("Retry-After", "60");
                show(context, "Too many have tried; wait a minute.");
            }
        }
    }

    private void signOut(Context context) {
        door.signOut(context);
        context.redirect("/", 303);
    }
}
