package dev.whetstone.store.artefact;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Large files and folders of a project (adapters, responses, caches), each stored once under the
/// hash of its contents. A stored artefact is never changed.
public final class ArtefactFolder {
    private final Path folder;

    public ArtefactFolder(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /// Copies a file or a folder in and gives its hash; what is there already is not copied again.
    ///
    /// @throws StoreException IO when it cannot be read or written, BAD_INPUT when a folder holds
    ///     a link or anything else that is no plain file
    public ContentHash put(Path source) {
        try {
            ContentHash hash = FileHash.of(source);
            Path target = path(hash);
            if (!Files.exists(target)) {
                Files.createDirectories(folder);
                Path beside = folder.resolve("." + UUID.randomUUID() + ".new");
                copy(source, beside);
                moveInto(beside, target);
            }
            return hash;
        } catch (IOException e) {
            throw new StoreException(StoreError.IO, "cannot store " + source, e);
        }
    }

    public boolean contains(ContentHash hash) {
        return Files.exists(path(hash));
    }

    /// Where the artefact lies, or would lie.
    public Path path(ContentHash hash) {
        return folder.resolve(hash.hex());
    }

    /// Whether the artefact is there and its contents still have their hash.
    public boolean isIntact(ContentHash hash) {
        try {
            return contains(hash) && FileHash.of(path(hash)).equals(hash);
        } catch (IOException e) {
            throw new StoreException(StoreError.IO, "cannot read artefact " + hash, e);
        }
    }

    /// An empty folder for work in progress, inside the artefact folder so that moving is cheap; a
    /// job that resumes finds it again under the same name.
    public Path work(UUID job) {
        try {
            return Files.createDirectories(folder.resolve("work").resolve(job.toString()));
        } catch (IOException e) {
            throw new StoreException(StoreError.IO, "cannot make a work folder", e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        for (Path path : walk(source)) {
            Path copy = target.resolve(source.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
                FileSync.force(copy);
            }
        }
    }

    private static void moveInto(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            FileSync.force(FileSync.folderOf(target));
        } catch (FileAlreadyExistsException e) {
            // Somebody stored the same contents in between.
            for (Path path : walk(beside).reversed()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> walk(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
