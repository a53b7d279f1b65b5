package io.broadsheet.bench.posts;

import io.broadsheet.bench.posts.Cost.Measured;
import io.broadsheet.bench.posts.Stages.Result;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.claim.FileClaims;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Prints, for a directory with a {@code hostile.jsonl}, which documents get what is asked for them,
 * and what each costs: at most 250 ms of processor and 64 MiB of allocation.
 *
 * <p>{@code java -cp 'app/target/broadsheet/lib/*'
 * bench/src/main/java/io/broadsheet/bench/posts/ScoreHostile.java DIRECTORY [--failures]}
 */
public final class ScoreHostile {

    private static final Duration CPU_MAX = Duration.ofMillis(250);
    private static final long BYTES_MAX = 64L * 1024 * 1024;
    private static final int WARM_UP_ROUNDS = 300;
    private static final List<String> TITLES = List.of("A title", "一个标题", "Заголовок");

    private final Stages stages;
    private final PrintStream out;
    private final boolean failuresOnly;
    private int all;
    private int held;

    private ScoreHostile(ClaimStore claims, PrintStream out, boolean failuresOnly) {
        this.stages = new Stages(claims, InstantSource.system());
        this.out = out;
        this.failuresOnly = failuresOnly;
    }

    /**
     * Prints the report.
     *
     * @param arguments the directory, and {@code --failures} to show only what does not hold
     * @throws IOException if the directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: ScoreHostile DIRECTORY [--failures]");
            return;
        }
        var claims = new FileClaims(Files.createTempDirectory("hostile"));
        boolean failures = List.of(arguments).contains("--failures");
        var score = new ScoreHostile(claims, out, failures);
        score.warmUp();
        HostileCase.in(Path.of(arguments[0])).forEach(score::count);
        out.println("%d of %d hold".formatted(score.held, score.all));
    }

    /** A cold start is not the document's fault. */
    private void warmUp() {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            byte[] bytes = post(TITLES.get(i % TITLES.size())).getBytes(StandardCharsets.UTF_8);
            stages.take(new Document("file:///warm.md", "warm.md", bytes));
        }
    }

    private static String post(String text) {
        return """
        ---
        title: '%1$s'
        author: B
        date: Sun, 13 Mar 2022 09:42:07 GMT
        ---
        <div><p>%1$s: <b>%1$s</b>, %1$s</p><img src='a.png'></div>
        """
                .formatted(text);
    }

    private void count(HostileCase hostile) {
        Measured<Result> measured = Cost.of(() -> stages.take(hostile.document()));
        boolean cheap =
                measured.cost().cpu().compareTo(CPU_MAX) <= 0
                        && measured.cost().bytes() <= BYTES_MAX;
        boolean holds = HostileMusts.hold(hostile, measured.answer());
        all++;
        held += cheap && holds ? 1 : 0;
        if (!failuresOnly || !cheap || !holds) {
            out.println(line(hostile, measured, verdict(holds, cheap)));
        }
    }

    private static String verdict(boolean holds, boolean cheap) {
        return holds ? cheap ? "holds" : "DEAR " : "FAILS";
    }

    private static String line(HostileCase hostile, Measured<Result> measured, String verdict) {
        return String.format(
                Locale.ROOT,
                "%s %5d ms %7.1f MB  %-45s %s",
                verdict,
                measured.cost().cpu().toMillis(),
                measured.cost().bytes() / 1048576.0,
                hostile.name(),
                shown(measured.answer()));
    }

    private static String shown(Result result) {
        return switch (result) {
            case Result.Buried(String reason) -> reason;
            case Result.Kept(var raw, var article) ->
                    "'%.40s' %s"
                            .formatted(
                                    raw.getTitle(),
                                    article.getQuality().stream().map(f -> f.getCode()).toList());
        };
    }
}
