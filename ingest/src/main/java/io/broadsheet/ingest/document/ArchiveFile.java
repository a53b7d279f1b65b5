package io.broadsheet.ingest.document;

import io.broadsheet.ingest.format.warc.WarcPages;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;

/**
 * An archive of a crawl that is too large to be held: it stays a file and is read record by record.
 * Its digest is taken beforehand, so that an archive that was taken before costs one read and no
 * parsing.
 */
public final class ArchiveFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final SourceFile.Regular file;
    private final BasicFileAttributes attributes;
    private final String digest;

    private ArchiveFile(SourceFile.Regular file, BasicFileAttributes attributes, String digest) {
        this.file = file;
        this.attributes = attributes;
        this.digest = digest;
    }

    /**
     * The archive that a file is; empty if it begins like none.
     *
     * @throws IOException if it cannot be read
     */
    static Optional<ArchiveFile> of(SourceFile.Regular file) throws IOException {
        byte[] head;
        try (InputStream in = opened(file)) {
            head = in.readNBytes(BUFFER_BYTES);
        }
        if (!WarcPages.fits(head)) {
            return Optional.empty();
        }
        BasicFileAttributes attributes = attributes(file);
        return Optional.of(new ArchiveFile(file, attributes, digest(file)));
    }

    private static String digest(SourceFile.Regular file) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = opened(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Sha256.tagged(digest);
    }

    private static InputStream opened(SourceFile.Regular file) throws IOException {
        return Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
    }

    private static BasicFileAttributes attributes(SourceFile.Regular file) throws IOException {
        return Files.readAttributes(
                file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Of the file, {@code file:///crawl.warc.gz}. */
    public String url() {
        return file.url();
    }

    /** {@code sha256:<hex>} of all of its bytes. */
    public String digest() {
        return digest;
    }

    /** How many bytes it has. */
    long size() {
        return attributes.size();
    }

    /** Its bytes from the start; the caller closes it. */
    InputStream open() throws IOException {
        return opened(file);
    }

    /** Whether somebody wrote to it since, or put another in its place. */
    boolean hasChanged() throws IOException {
        BasicFileAttributes now = attributes(file);
        return now.size() != attributes.size()
                || !now.lastModifiedTime().equals(attributes.lastModifiedTime())
                || !Objects.equals(now.fileKey(), attributes.fileKey());
    }

    /** What letters and cursors call it by; without any bytes. */
    public Document asDocument() {
        return new Document(file.url(), file.name(), new byte[0]);
    }
}
