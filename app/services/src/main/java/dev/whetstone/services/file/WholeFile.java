package dev.whetstone.services.file;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.store.artefact.FileSync;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Writes beside and renames: a reader, or the next run after a crash, sees the whole file or none.
public final class WholeFile {
    private WholeFile() {}

    /// What writes the content.
    @FunctionalInterface
    public interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    public static void write(Path file, Content content) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.createDirectories(FileSync.folderOf(file));
            try (BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            FileSync.force(beside);
            rename(beside, file);
        } catch (IOException e) {
            throw failure("write", file, e);
        }
    }

    public static void write(Path file, List<String> lines) {
        write(
                file,
                out -> {
                    for (String line : lines) {
                        out.write(line);
                        out.write('\n');
                    }
                });
    }

    /// Puts a finished file or folder in its place.
    public static void move(Path from, Path to) {
        try {
            Files.createDirectories(FileSync.folderOf(to));
            rename(from, to);
        } catch (IOException e) {
            throw failure("move", to, e);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FileSync.force(FileSync.folderOf(to));
    }

    /// Puts a finished folder in the place of another, which goes whole: at no moment is there half
    /// a folder under the name.
    public static void replaceFolder(Path from, Path to) {
        Path old = to.resolveSibling("." + to.getFileName() + ".old");
        try {
            deleteFolder(old);
            if (Files.exists(to)) {
                rename(to, old);
            }
            rename(from, to);
            deleteFolder(old);
        } catch (IOException e) {
            throw failure("replace", to, e);
        }
    }

    /// Copies a folder of plain files, whole or not at all; an existing target stays as it is.
    public static void copyFolder(Path from, Path to) {
        if (Files.exists(to)) {
            return;
        }
        Path beside = to.resolveSibling("." + to.getFileName() + ".new");
        try {
            deleteFolder(beside);
            Files.createDirectories(beside);
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path copy = beside.resolve(file.getFileName());
                    Files.copy(file, copy);
                    FileSync.force(copy);
                }
            }
            rename(beside, to);
        } catch (IOException e) {
            throw failure("copy", to, e);
        }
    }

    /// Deletes a folder with all that is in it; nothing when there is none.
    public static void delete(Path folder) {
        try {
            deleteFolder(folder);
        } catch (IOException e) {
            throw failure("delete", folder, e);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    private static ServiceException failure(String what, Path file, IOException e) {
        return new ServiceException(
                "file.io",
                "Cannot " + what + " " + file + ": " + e.getMessage(),
                "Check the disk's space and the folder's permissions.",
                e);
    }
}
