package io.broadsheet.desk.flow;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.desk.page.Page;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.desk.page.Tab;

/** The tab that is open first. */
public final class FlowPages {

    private final FlowBoard board;
    private final Pages pages;

    /**
     * @param board what it shows
     */
    public FlowPages(FlowBoard board, Pages pages) {
        this.board = board;
        this.pages = pages;
    }

    /** Makes it answer. */
    public void addTo(Jex server) {
        server.get("/", this::show);
    }

    private void show(Context context) {
        pages.show(context, new Page("flow.jte", Tab.FLOW, "Flow", board.view()));
    }
}
