package io.broadsheet.desk.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A page in a browser, used as a person does: by what is seen, clicked and typed. */
final class Tab implements AutoCloseable {

    private static final Duration SHOWN_MAX = Duration.ofSeconds(20);
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final DevTools tools;
    private final String session;
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final Queue<String> forbidden = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final Thread greeter = Thread.ofVirtual().unstarted(this::greet);

    /** A new one in that browser. */
    Tab(Chromium browser) throws IOException {
        tools = new DevTools(browser.devTools(), this::note);
        String target =
                tools.ask("Target.createTarget", Map.of("url", "about:blank"))
                        .path("targetId")
                        .asText();
        session =
                tools.ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                        .path("sessionId")
                        .asText();
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            tools.ask(session, domain + ".enable", Map.of());
        }
        // A sandboxed frame is a target of its own, and what it asks for is told apart.
        tools.ask(
                session,
                "Target.setAutoAttach",
                Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true));
        greeter.start();
    }

    private void note(JsonNode event) {
        switch (event.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                    asked.put(
                            event.at("/params/requestId").asText(),
                            event.at("/params/request/url").asText());
            case "Network.loadingFailed" -> forbid(event.path("params"));
            case "Target.attachedToTarget" -> frames.add(event.at("/params/sessionId").asText());
            case "Log.entryAdded" -> {
                if (event.at("/params/entry/level").asText().equals("error")) {
                    complaints.add(event.at("/params/entry/text").asText());
                }
            }
            case "Runtime.exceptionThrown" ->
                    complaints.add(event.at("/params/exceptionDetails").toString());
            default -> {} // many things are told that nobody has asked for
        }
    }

    /** What a policy of ours forbids is told as if it had been asked for, and then taken back. */
    private void forbid(JsonNode failed) {
        if (failed.path("blockedReason").asText().equals("csp")) {
            String url = asked.remove(failed.path("requestId").asText());
            forbidden.add(String.valueOf(url));
        }
    }

    /** Lets frames begin only once it is told what they ask for. */
    private void greet() {
        try {
            while (true) {
                String frame = frames.take();
                tools.tell(frame, "Network.enable", Map.of());
                tools.tell(frame, "Runtime.runIfWaitingForDebugger", Map.of());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens an address, and waits until it is there with its scripts. */
    void open(String url) throws IOException {
        tools.ask(session, "Page.navigate", Map.of("url", url));
        await().atMost(SHOWN_MAX)
                .until(() ->
                        run("document.readyState === 'complete' && location.href !== 'about:blank'"
                                        + " && typeof htmx === 'object'")
                                .asBoolean());
    }

    /** Makes it so wide, with a color scheme. */
    void look(int width, int height, String scheme) throws IOException {
        tools.ask(
                session,
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        tools.ask(
                session,
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The value of an expression. */
    JsonNode run(String expression) throws IOException {
        JsonNode result =
                tools.ask(
                        session,
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "returnByValue",
                                true,
                                "awaitPromise",
                                true));
        if (result.has("exceptionDetails")) {
            throw new IOException(result.get("exceptionDetails").toString());
        }
        return result.at("/result/value");
    }

    /** Clicks the first element of a selector. */
    void click(String selector) throws IOException {
        run("document.querySelector(%s).click()".formatted(quoted(selector)));
    }

    /** Types a text where the focus is. */
    void type(String text) throws IOException {
        tools.ask(session, "Input.insertText", Map.of("text", text));
    }

    /** Presses a key that writes a character. */
    void press(String key) throws IOException {
        tools.ask(
                session,
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "text", key));
        tools.ask(session, "Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Waits until a text is to be seen. */
    void awaitText(String text) {
        await("to see: " + text)
                .atMost(SHOWN_MAX)
                .ignoreExceptions()
                .until(() ->
                        run("document.body.innerText.includes(%s)".formatted(quoted(text)))
                                .asBoolean());
    }

    /** Keeps what is to be seen, from top to bottom. */
    void keep(Path file) throws IOException {
        JsonNode shot =
                tools.ask(
                        session,
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    /** What keeps people out, seriously or worse, as axe tells it. */
    List<String> barriers() throws IOException {
        try (InputStream axe =
                Objects.requireNonNull(Tab.class.getResourceAsStream(AXE), "axe-core")) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";true");
        }
        JsonNode found =
                run(
                        "axe.run(document, {iframes: false}).then(r => r.violations"
                                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                                + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))");
        return found.valueStream().map(JsonNode::asText).toList();
    }

    /** Every address that was asked for. */
    List<String> asked() {
        return List.copyOf(asked.values());
    }

    /** Every address that a page wanted, and that our policy did not let it ask for. */
    List<String> forbidden() {
        return List.copyOf(forbidden);
    }

    /** What the browser complained of: scripts that failed, policies that were violated. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    @Override
    public void close() {
        greeter.interrupt();
        tools.close();
    }
}
