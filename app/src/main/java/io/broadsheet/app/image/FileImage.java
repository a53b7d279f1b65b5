package io.broadsheet.app.image;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.image.check.CheckRules;
import io.broadsheet.enrich.image.inspect.ImageInspector;
import io.broadsheet.enrich.image.inspect.Picture;
import io.broadsheet.enrich.image.inspect.PixelSize;
import io.broadsheet.enrich.image.verdict.DeclaredType;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.enrich.image.verdict.Judge;
import io.broadsheet.enrich.image.verdict.Judgement;
import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.web.fetch.BodyEnd;
import io.broadsheet.web.fetch.FetchResult.Answered;
import io.broadsheet.web.fetch.FetchResult.Body;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges an image that lies in a file, by its bytes and its name: what a server says, and asks for,
 * cannot be known. It is never decoded; its beginning is kept, the rest is only counted and
 * digested, up to the limit of a fetch.
 */
public final class FileImage {

    static {
        ContractClasses.trust();
    }

    private static final int BUFFER_BYTES = 65_536;
    private static final int UPRIGHT = 1;
    private static final int SIDEWAYS_MIN = 5;

    private final CheckRules rules;
    private final Judge judge;
    private final InstantSource clock;
    private final String version;

    /**
     * @param version what made the reports
     */
    public FileImage(CheckRules rules, InstantSource clock, String version) {
        this.rules = rules;
        this.judge = new Judge(rules.image());
        this.clock = clock;
        this.version = version;
    }

    /** Judges the image in a file. What is wrong with the file is a result. */
    public Looked look(Path file) {
        try {
            return Files.isDirectory(file)
                    ? unreadable(file, "is a directory; name the files in it")
                    : new Looked.Judged(judged(file));
        } catch (NoSuchFileException _) {
            return unreadable(file, "there is no such file; a URL begins with https:// or http://");
        } catch (AccessDeniedException _) {
            return unreadable(file, "may not be read; look at its rights");
        } catch (IOException e) {
            return unreadable(file, "cannot be read: " + e.getMessage());
        }
    }

    private static Looked unreadable(Path file, String reason) {
        return new Looked.Unreadable(file.toString(), reason);
    }

    private ImageCheck judged(Path file) throws IOException {
        Body body = read(file);
        Answered answer = asServed(file, body);
        Judgement judgement = judge.judge(answer);
        Optional<Picture> picture = judgement.inspection().flatMap(it -> it.header());
        ImageCheck.Builder check = report(file, judgement.finding(), picture);
        check.setUrlExtension(DeclaredType.ofUrl(answer.finalUrl()).orElse(null));
        picture.ifPresent(it -> describe(check, it));
        if (body.end() == BodyEnd.COMPLETE) {
            check.setContentSize(body.bytesRead()).setContentDigest(body.digest());
        } else if (Files.isRegularFile(file)) {
            check.setContentSize(Files.size(file));
        }
        return check.build();
    }

    private Body read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = sha256();
            byte[] kept = in.readNBytes(rules.fetch().keptBytesMax());
            digest.update(kept);
            long count = kept.length;
            byte[] buffer = new byte[BUFFER_BYTES];
            int more = in.read(buffer);
            while (more > 0 && count <= rules.fetch().bodyBytesMax()) {
                digest.update(buffer, 0, more);
                count += more;
                more = in.read(buffer);
            }
            BodyEnd end =
                    count > rules.fetch().bodyBytesMax() ? BodyEnd.OVER_LIMIT : BodyEnd.COMPLETE;
            String hex = HexFormat.of().formatHex(digest.digest());
            return new Body(kept, count, "sha256:" + hex, end);
        }
    }

    /** As a server would send it that says the truth about it: the rules are those of answers. */
    private static Answered asServed(Path file, Body body) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        String path = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String type =
                ImageInspector.inspect(body.kept(), body.bytesRead())
                        .header()
                        .map(it -> it.format().mediaType())
                        .orElse("");
        return new Answered(
                "https://file.invalid/" + path,
                200,
                Map.of("content-type", List.of(type)),
                body,
                List.of());
    }

    private ImageCheck.Builder report(Path file, Finding finding, Optional<Picture> picture) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String orientation =
                picture.map(Picture::orientation)
                        .filter(it -> it != UPRIGHT)
                        .map(it -> "orientation " + it)
                        .orElse("");
        String detail =
                Stream.of(finding.detail(), orientation)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
        return ImageCheck.newBuilder()
                .setImageId(ImageId.of(file.toUri().toString()))
                .setUrl(file.toString())
                .setVerdict(finding.verdict())
                .setOutcome(Outcomes.of(finding.verdict()))
                .setDetail(detail.isEmpty() ? null : SafeText.escapeControls(detail))
                // The bytes are all there is: another look at them finds the same.
                .setConclusive(true)
                .setCheckedAt(now)
                .setExpiresAt(now)
                .setCheckerVersion(version);
    }

    private static void describe(ImageCheck.Builder check, Picture picture) {
        check.setEncodingFormat(picture.format().mediaType()).setFrames(picture.frames());
        picture.size().ifPresent(size -> describe(check, size, picture.orientation()));
    }

    /** As it is shown: browsers turn a picture as its EXIF data says. */
    private static void describe(ImageCheck.Builder check, PixelSize size, int orientation) {
        boolean sideways = orientation >= SIDEWAYS_MIN;
        check.setWidth(sideways ? size.height() : size.width())
                .setHeight(sideways ? size.width() : size.height());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
