package dev.whetstone.store.artefact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/// Makes what was written to a file, or a folder's list of names, survive a power cut.
public final class FileSync {
    private FileSync() {}

    /// The folder that a file lies in.
    public static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath();
        return Objects.requireNonNullElse(absolute.getParent(), absolute);
    }

    public static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win")) {
            // Windows cannot open a folder as a file and keeps its names safe by itself.
            return;
        }
        StandardOpenOption mode = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
