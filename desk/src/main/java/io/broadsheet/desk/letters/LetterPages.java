package io.broadsheet.desk.letters;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.desk.letters.LetterList.Wanted;
import io.broadsheet.desk.page.Page;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.desk.page.Shown;
import io.broadsheet.desk.page.Tab;
import io.broadsheet.desk.page.Words;
import io.broadsheet.desk.watch.Questions;
import io.broadsheet.operate.letters.LetterFilter;
import io.broadsheet.operate.letters.OriginalValue;
import io.broadsheet.operate.replay.ReplayRequest;
import io.broadsheet.runtime.claim.ClaimStore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dead letters: by reason, one by one, their bytes, and their replay. */
public final class LetterPages {

    private static final String LETTER = "/letters/{id}";
    private static final int PER_SECOND_MAX = 50;
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final LetterShelf shelf;
    private final Questions questions;
    private final Pages pages;
    private final ClaimStore claims;
    private final Replays replays;
    private final Words codes = Words.ofFailures();

    /**
     * @param shelf the latest
     * @param questions for one of them whole
     * @param claims where payloads are kept that were too large for a letter
     */
    public LetterPages(LetterShelf shelf, Questions questions, Pages pages, ClaimStore claims) {
        this.shelf = shelf;
        this.questions = questions;
        this.pages = pages;
        this.claims = claims;
        this.replays = new Replays(claims);
    }

    /** Makes them answer. */
    public void addTo(Jex server) {
        server.get("/letters", this::list)
                .get(LETTER, this::letter)
                .get(LETTER + "/original", this::original)
                .post(LETTER + "/replay", this::replayOne)
                .post("/replays", this::replayAll)
                .get("/replays/{number}", this::replay);
    }

    private void list(Context context) {
        var wanted =
                new Wanted(
                        Pages.parameter(context, "reason").orElse(""),
                        Pages.parameter(context, "code").orElse(""),
                        Pages.parameter(context, "state").orElse(""),
                        Pages.parameter(context, "source").orElse(""),
                        Pages.parameter(context, "q").orElse(""));
        LetterList list = LetterList.of(shelf.lines(), wanted, Pages.number(context));
        pages.show(context, new Page("letters.jte", Tab.LETTERS, "Dead letters", list));
    }

    private void letter(Context context) {
        String id = context.pathParam("id");
        Optional<LetterView> view =
                questions.ask(cluster -> {
                    var reading = new LetterReading(cluster, claims);
                    return shelf.find(id)
                            .flatMap(reading::whole)
                            .map(whole -> reading.view(whole, shelf.status(id), codes));
                });
        if (view.isPresent()) {
            String title = "Letter " + view.get().line().facts().code();
            pages.show(context, new Page("letter.jte", Tab.LETTERS, title, view.get()));
        } else {
            pages.missing(context, "There is no dead letter " + id + ".");
        }
    }

    /** The bytes, untouched, under a name that nobody opens by accident. */
    private void original(Context context) {
        String id = context.pathParam("id");
        Optional<OriginalValue> value =
                questions.ask(cluster -> {
                    var reading = new LetterReading(cluster, claims);
                    return shelf.find(id).flatMap(reading::whole).map(reading::original);
                });
        if (value.orElse(null) instanceof OriginalValue.Bytes(var bytes)) {
            context.header("Content-Disposition", "attachment; filename=\"letter.bin\"")
                    .contentType("application/octet-stream")
                    .write(bytes);
        } else {
            pages.missing(context, "The bytes of letter " + id + " cannot be had.");
        }
    }

    private void replayOne(Context context) {
        String id = context.pathParam("id");
        if (shelf.find(id).isEmpty()) {
            pages.missing(context, "There is no dead letter " + id + ".");
            return;
        }
        boolean force = "yes".equals(context.formParam("force"));
        perform(context, request(Set.of(id), all(), force), "letter " + id);
    }

    private void replayAll(Context context) {
        String reason = Optional.ofNullable(context.formParam("reason")).orElse("");
        String code = Optional.ofNullable(context.formParam("code")).orElse("");
        if (reason.isEmpty() && code.isEmpty()) {
            pages.failed(context, 400, "Which letters? Name a reason or a code.");
            return;
        }
        LetterFilter filter = new Wanted(reason, code, "", "", "").filter();
        String what = "all letters of " + (code.isEmpty() ? reason : code);
        perform(context, request(Set.of(), filter, false), what);
    }

    private void perform(Context context, ReplayRequest request, String what) {
        int number = questions.ask(cluster -> replays.perform(cluster, request, what));
        context.redirect("/replays/" + number, 303);
    }

    private static LetterFilter all() {
        return new Wanted("", "", "", "", "").filter();
    }

    private static ReplayRequest request(Set<String> ids, LetterFilter filter, boolean force) {
        return new ReplayRequest(List.of(), ids, filter, force, PER_SECOND_MAX, WAIT_MAX);
    }

    private void replay(Context context) {
        String number = context.pathParam("number");
        Optional<Replays.Done> done =
                number.matches("\\d{1,9}")
                        ? replays.find(Integer.parseInt(number))
                        : Optional.empty();
        if (done.isPresent()) {
            pages.show(context, new Page("replay.jte", Tab.LETTERS, "Replay", done.get()));
        } else {
            pages.missing(context, "What replay " + Shown.url(number) + " did is forgotten.");
        }
    }
}
