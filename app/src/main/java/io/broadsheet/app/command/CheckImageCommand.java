package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.app.image.FileImage;
import io.broadsheet.app.image.ImageArgument;
import io.broadsheet.app.image.ImageLine;
import io.broadsheet.app.image.Looked;
import io.broadsheet.app.image.UrlImages;
import io.broadsheet.app.pipeline.Version;
import io.broadsheet.enrich.image.service.CheckImagesConfig;
import io.broadsheet.enrich.image.service.CheckImagesSettings;
import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.web.fetch.RefusalCode;
import io.broadsheet.web.url.WebUrl;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** {@code broadsheet check-image}: a few images, looked at by hand. */
@Command(
        name = "check-image",
        description =
                "Judges images at URLs and in files, each once; prints one line for each, in"
                        + " order.",
        mixinStandardHelpOptions = true)
public final class CheckImageCommand implements Callable<Integer> {

    private final Console console;
    private boolean allUsable = true;
    private boolean placeShut;

    @Parameters(arity = "1..*", paramLabel = "URL|FILE", description = "images")
    private List<String> images = List.of();

    @Option(
            names = "--article",
            paramLabel = "URL",
            description = "of the article they stand in: for relative URLs, and as Referer")
    private @Nullable String article;

    @Option(names = "--json", description = "one ImageCheck a line")
    private boolean json;

    @Option(
            names = "--allow-private-addresses",
            description = "fetch images from this machine and its network too")
    private boolean privateToo;

    @Mixin private final ConfigOption config = new ConfigOption();

    /**
     * @param console where results go
     */
    public CheckImageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireArticleUrl();
        CheckImagesConfig read = CheckImagesSettings.read(config.read());
        CheckImagesConfig rules = privateToo ? read.withPrivateAddressesAllowed(privateToo) : read;
        List<ImageArgument> arguments =
                images.stream().map(text -> ImageArgument.of(text, article != null)).toList();
        List<String> urls =
                arguments.stream()
                        .filter(ImageArgument.OfUrl.class::isInstance)
                        .map(it -> ((ImageArgument.OfUrl) it).url())
                        .toList();
        if (urls.isEmpty()) {
            showAll(arguments, files(rules), List.of());
        } else {
            try (UrlImages fetched = open(rules)) {
                showAll(arguments, files(rules), fetched.check(urls, Optional.ofNullable(article)));
            }
        }
        if (placeShut && rules.egress().isPublicOnly()) {
            console.err()
                    .println(
                            "broadsheet: --allow-private-addresses asks this machine, its network"
                                    + " and any port too");
        }
        return (allUsable ? ExitCode.DONE : ExitCode.FAILED).value();
    }

    /** Whether nobody was asked because of where the URL leads. */
    private static boolean isOfPlace(ImageCheck check) {
        String detail = Objects.requireNonNullElse(check.getDetail(), "");
        return Stream.of(RefusalCode.values())
                .filter(RefusalCode::isOfPlace)
                .anyMatch(code -> detail.startsWith(code + ": "));
    }

    private void requireArticleUrl() {
        if (article != null && WebUrl.parse(article).isEmpty()) {
            throw new UserMistake("--article " + article + ": no URL of a web page");
        }
    }

    private static FileImage files(CheckImagesConfig rules) {
        return new FileImage(rules.rules(), InstantSource.system(), Version.current());
    }

    private static UrlImages open(CheckImagesConfig rules) {
        try {
            return new UrlImages(rules, InstantSource.system(), Version.current());
        } catch (IllegalStateException e) {
            throw new UserMistake(String.valueOf(e.getMessage()));
        }
    }

    /** Each as soon as it and all before it are there. */
    private void showAll(
            List<ImageArgument> arguments, FileImage files, List<Future<ImageCheck>> verdicts)
            throws InterruptedException {
        Iterator<Future<ImageCheck>> next = verdicts.iterator();
        for (ImageArgument argument : arguments) {
            show(
                    switch (argument) {
                        case ImageArgument.OfFile(var path) -> files.look(path);
                        case ImageArgument.OfUrl(var url) -> awaited(url, next.next());
                    });
        }
    }

    private static Looked awaited(String url, Future<ImageCheck> verdict)
            throws InterruptedException {
        try {
            return new Looked.Judged(verdict.get());
        } catch (ExecutionException e) {
            return new Looked.Unreadable(
                    url, "could not be judged, which is a defect of ours: " + e.getCause());
        }
    }

    private void show(Looked looked) {
        switch (looked) {
            case Looked.Judged(var check) -> {
                allUsable &= Outcomes.isUsable(check.getVerdict());
                placeShut |= isOfPlace(check);
                console.out().println(json ? AvroJson.write(check) : ImageLine.of(check));
                console.out().flush();
            }
            case Looked.Unreadable(var name, var reason) -> {
                allUsable = false;
                console.err().println("broadsheet: " + name + ": " + reason);
            }
        }
    }
}
