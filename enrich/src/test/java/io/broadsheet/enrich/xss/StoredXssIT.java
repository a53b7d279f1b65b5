package io.broadsheet.enrich.xss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.schemas.ContractClasses;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * RELIABILITY, XSS: no vector does anything in a browser once it has been through enrichment. That
 * the stage would notice is proved by the same vectors as they came.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredXssIT {

    private static final Duration SHOW_TIME_MAX = Duration.ofMinutes(3);
    private static final String AS_IT_CAME = "came";
    private static final String LEAKY = "leaky";
    private static final List<String> LEAKS =
            List.of(
                    "<p onmouseover=canary(1)>t</p>",
                    "<a href='java&Tab;script:canary(2)'>t</a>",
                    "<p style='background:url(http://canary.test/3/b.png)'>t</p>",
                    "<p><p>t</p></p>",
                    "<iframe src='http://canary.test/5/f.html'></iframe>",
                    "<img src='/leak/6/i.png'>",
                    "<svg></p><style><a id='</style><img src=x: onerror=canary(7)>'>",
                    "<meta http-equiv=refresh content='0;url=http://canary.test/8/m.html'>",
                    "<style>@import 'http://canary.test/9/i.css'</style>");
    private static final Pattern CANARY = Pattern.compile("http://canary\\.test/([0-9]+)/(.*)");
    private static final Pattern BROWSERS_OWN =
            Pattern.compile(
                    "(?:http://)?(?:[a-z0-9-]+\\.)*(?:google|googleapis|gvt1|gstatic)\\.com[:/].*");
    private static final Pattern TOLD =
            Pattern.compile("http://show\\.test/told/([a-z]+)/([0-9]+)/(.+)");
    private static final String CANARY_ON_EACH_PAGE =
            "window.canary = n => fetch(`http://canary.test/${n}/ran`,"
                    + " {keepalive: true, mode: 'no-cors'})";

    private final List<Vector> vectors = Vectors.all();
    private final List<String> leaked = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final Map<String, List<String>> sets = new LinkedHashMap<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private Optional<Theatre> theatre = Optional.empty();
    private Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    void open() throws IOException {
        Optional<Path> program = Chromium.onThisMachine();
        assumeTrue(
                program.isPresent(),
                "no Chromium on the PATH and none named by BROWSER; .ci/browser installs Debian's");
        ContractClasses.trust();
        sets.put(AS_IT_CAME, vectors.stream().map(Carrier::content).toList());
        sets.put(LEAKY, LEAKS);
        for (Carrier carrier : List.of(Carrier.FRAGMENT, Carrier.PAGE)) {
            sets.put(name(carrier), vectors.stream().map(carrier::shown).map(this::once).toList());
        }
        var programme = new Programme(sets);
        theatre = Optional.of(new Theatre(programme::at));
        browser = Optional.of(Chromium.start(program.get(), theatre.get().port()));
    }

    /** The same HTML does the same; most vectors give the same in whatever they come. */
    private String once(String html) {
        return shown.add(html) ? html : "";
    }

    @AfterAll
    void close() throws IOException {
        if (browser.isPresent()) {
            browser.get().close();
        }
        if (theatre.isPresent()) {
            theatre.get().close();
        }
    }

    @Test
    void theVectorsThatCameDoWhatTheyWereMadeTo() throws IOException {
        show(AS_IT_CAME + "&");

        Set<Integer> acted = acted(AS_IT_CAME);

        Set<String> families =
                vectors.stream()
                        .filter(v -> acted.contains(v.number()))
                        .map(v -> v.family().name())
                        .collect(Collectors.toSet());
        System.out.println(acted.size() + " of " + vectors.size() + " vectors act as they came");
        assertThat(acted).hasSizeGreaterThanOrEqualTo(300);
        assertThat(vectors.stream().map(Vector::family).filter(Vector.Family::fires))
                .allMatch(family -> families.contains(family.name()));
    }

    /** Of Markdown come the same elements; SafeHtmlTest looks at it. */
    @ParameterizedTest
    @EnumSource(names = {"FRAGMENT", "PAGE"})
    void nothingHappensOnceTheyAreEnriched(Carrier carrier) throws IOException {
        show(name(carrier) + "&watched");

        assertThat(findings(name(carrier))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void whatWouldSlipThroughIsFound(int number) throws IOException {
        if (leaked.isEmpty()) {
            show(LEAKY + "&watched");
            leaked.addAll(findings(LEAKY));
        }

        assertThat(leaked).anyMatch(finding -> finding.contains("/" + number + "/"));
    }

    static IntStream leaks() {
        return IntStream.rangeClosed(1, LEAKS.size());
    }

    /** All that an article may not do and did. */
    private List<String> findings(String set) {
        Set<String> pictures = pictures(set);
        Stream<String> asked =
                theatre().asked().stream()
                        .filter(url -> !Programme.isPart(url) && !isTheBrowsersOwn(url))
                        .filter(url -> !pictures.contains(url));
        return Stream.concat(seen.stream(), asked).toList();
    }

    private Theatre theatre() {
        return theatre.orElseThrow();
    }

    private static String name(Carrier carrier) {
        return carrier.name().toLowerCase(Locale.ROOT);
    }

    /** A dialog, a window or a crash is seen by us; what is asked for, by the theatre. */
    private void show(String set) throws IOException {
        seen.clear();
        theatre().asked().clear();
        List<DevTools> line = new ArrayList<>();
        try (var tools = new DevTools(browser.orElseThrow().devTools(), e -> see(e, line))) {
            line.add(tools);
            String target =
                    tools.ask("Target.createTarget", Map.of("url", "about:blank"))
                            .get("targetId")
                            .asText();
            String page = page(target, tools);
            tools.ask(page, "Page.navigate", Map.of("url", Programme.HOST + "/stage?" + set));
            await().atMost(SHOW_TIME_MAX)
                    .until(() -> theatre().asked().stream().anyMatch(u -> u.endsWith("/0/done")));
            tools.ask("Target.closeTarget", Map.of("targetId", target));
        }
    }

    private static String page(String target, DevTools tools) throws IOException {
        String session =
                tools.ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                        .get("sessionId")
                        .asText();
        tools.ask("Target.setDiscoverTargets", Map.of("discover", true));
        tools.ask(session, "Page.enable", Map.of());
        tools.ask(session, "Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        tools.ask(
                session,
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", CANARY_ON_EACH_PAGE));
        return session;
    }

    private void see(JsonNode event, List<DevTools> line) {
        switch (event.path("method").asText()) {
            case "Page.javascriptDialogOpening" -> {
                seen.add("dialog: " + event.path("params"));
                line.getFirst()
                        .tell(
                                event.path("sessionId").asText(),
                                "Page.handleJavaScriptDialog",
                                Map.of("accept", true));
            }
            case "Target.targetCreated" -> {
                JsonNode target = event.path("params").path("targetInfo");
                if (target.has("openerId")) {
                    seen.add("window: " + target);
                }
            }
            case "Target.targetCrashed" -> seen.add("crash: " + event);
            default -> {}
        }
    }

    private Set<Integer> acted(String set) {
        return theatre().asked().stream()
                .flatMap(url -> Stream.of(CANARY.matcher(url), TOLD.matcher(url)))
                .filter(Matcher::matches)
                .map(m -> m.pattern() == CANARY ? m.group(1) : told(m, set))
                .map(Integer::valueOf)
                .filter(number -> number > 0)
                .collect(Collectors.toSet());
    }

    private static String told(Matcher told, String set) {
        return told.group(1).equals(set) ? told.group(2) : "0";
    }

    private static boolean isTheBrowsersOwn(String url) {
        return BROWSERS_OWN.matcher(url).matches();
    }

    /** What an article may ask for: its pictures, films and sounds, as they are in its HTML. */
    private Set<String> pictures(String set) {
        return sets.getOrDefault(set, List.of()).stream()
                .flatMap(html -> Jsoup.parse(html).select("[src], [poster]").stream())
                .flatMap(StoredXssIT::addresses)
                .map(StoredXssIT::asAsked)
                .collect(Collectors.toSet());
    }

    private static Stream<String> addresses(Element media) {
        return Stream.of(media.attr("src"), media.attr("poster")).filter(url -> !url.isEmpty());
    }

    private static String asAsked(String url) {
        return url.startsWith("https://") ? url.replaceFirst("https://([^/?#]*).*", "$1:443") : url;
    }
}
