package dev.whetstone.engine.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What tells one job's input from another's.
final class Digests {
    private Digests() {}

    static String of(Object... parts) {
        return hex(List.of(parts).toString().getBytes(UTF_8));
    }

    static String file(Path file) throws IOException {
        return hex(Files.readAllBytes(file));
    }

    /// Names, sizes and times of a folder's files: weights are too large to be read for this.
    static String folder(Path folder) {
        try (var files = Files.list(folder)) {
            var parts =
                    files.filter(Files::isRegularFile)
                            .sorted()
                            .map(
                                    file ->
                                            file.getFileName()
                                                    + ":"
                                                    + file.toFile().length()
                                                    + ":"
                                                    + file.toFile().lastModified())
                            .toList();
            return folder.toAbsolutePath() + parts.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
