package dev.whetstone.store.artefact;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/// Hashes of files and folders. A file's hash is the SHA-256 of its bytes, as other tools compute
/// it; a folder's is made of its files' relative paths and hashes.
public final class FileHash {
    private FileHash() {}

    public static ContentHash of(Path source) throws IOException {
        return Files.isDirectory(source) ? ofFolder(source) : ofFile(source);
    }

    private static ContentHash ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoreException(StoreError.BAD_INPUT, file + " is not a plain file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return ContentHash.ofBytes(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ContentHash ofFolder(Path folder) throws IOException {
        ContentHash.Builder hash = ContentHash.builder().add("folder");
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(path -> !Files.isDirectory(path)).sorted().toList();
            for (Path file : files) {
                hash.add(folder.relativize(file).toString().replace('\\', '/'));
                hash.add(ofFile(file));
            }
        }
        return hash.build();
    }
}
