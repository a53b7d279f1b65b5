package io.broadsheet.app.command;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.web.url.NormalizedUrl;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the document in a file was got from. */
final class AddressOption {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "where the page was got from: its links are relative to it, and it names the"
                            + " article; for one file")
    private @Nullable String url;

    /**
     * Makes sure that it can be the address of what is read.
     *
     * @throws UserMistake if it is no address on the web, or there is more than one file
     */
    void check(List<Path> paths) {
        if (url == null) {
            return;
        }
        if (NormalizedUrl.ofLink(url).isEmpty()) {
            throw new UserMistake(
                    "--url " + url + ": an address that begins with http:// or https://");
        }
        if (paths.size() > 1 || Files.isDirectory(paths.getFirst())) {
            throw new UserMistake(
                    "--url " + url + ": for one file only, since no two pages share it");
        }
    }

    /** The document at that address, or as it is. */
    Document of(Document document) {
        return url == null ? document : document.at(url);
    }
}
