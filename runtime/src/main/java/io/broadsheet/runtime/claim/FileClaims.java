package io.broadsheet.runtime.claim;

import io.broadsheet.runtime.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Claim checks as files named by their digest, two levels deep, under one directory. */
public final class FileClaims implements ClaimStore {

    private static final Pattern CLAIM = Pattern.compile("claim:sha256:([0-9a-f]{64})");

    private final Path root;

    /**
     * @param root made if missing
     */
    public FileClaims(Path root) {
        this.root = root;
    }

    @Override
    public String put(InputStream payload) throws IOException {
        Files.createDirectories(root);
        Path temporary = Files.createTempFile(root, "put-", ".tmp");
        try {
            String digest = writeSafely(payload, temporary);
            String hex = digest.substring("sha256:".length());
            Path directory = Files.createDirectories(directoryOf(hex));
            Files.move(temporary, directory.resolve(hex), StandardCopyOption.ATOMIC_MOVE);
            force(directory);
            return PREFIX + digest;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Optional<InputStream> get(String claim) throws IOException {
        var matcher = CLAIM.matcher(claim);
        if (!matcher.matches() || !Files.exists(pathOf(matcher.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(Files.newInputStream(pathOf(matcher.group(1))));
    }

    private static String writeSafely(InputStream payload, Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (var in = new DigestInputStream(payload, digest);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        return Sha256.tagged(digest);
    }

    /** Makes the new name itself survive a power cut. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path pathOf(String hex) {
        return directoryOf(hex).resolve(hex);
    }

    private Path directoryOf(String hex) {
        return root.resolve(hex.substring(0, 2));
    }
}
