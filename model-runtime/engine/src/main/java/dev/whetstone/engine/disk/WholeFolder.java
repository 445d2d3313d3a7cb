package dev.whetstone.engine.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is written beside its place, forced to the disk, and put there by a rename: under
/// its own name it is whole at any moment.
public final class WholeFolder {
    private final Path target;
    private final Path part;

    private WholeFolder(Path target, Path part) {
        this.target = target;
        this.part = part;
    }

    /// What fills the folder.
    @FunctionalInterface
    public interface Content {
        void write(Path folder) throws IOException;
    }

    /// Begins anew in `target.part`; what a run that was cut off left there goes first.
    public static WholeFolder begin(Path target) throws IOException {
        return begin(target, target.resolveSibling(target.getFileName() + ".part"));
    }

    /// As above, with another place to write.
    ///
    /// @param part on the disk of `target`
    public static WholeFolder begin(Path target, Path part) throws IOException {
        delete(part);
        Files.createDirectories(part);
        return new WholeFolder(target, part);
    }

    /// Writes a folder that is not there yet.
    public static void write(Path target, Content content) throws IOException {
        WholeFolder folder = begin(target);
        content.write(folder.part());
        folder.finish();
    }

    /// Where to write until it is finished.
    public Path part() {
        return part;
    }

    /// Puts the folder in its place, where nothing may be.
    public void finish() throws IOException {
        forceAll();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Sync.namesAround(target);
    }

    /// Puts the folder in its place; what was there goes whole.
    public void replace() throws IOException {
        Path old = target.resolveSibling(target.getFileName() + ".old");
        delete(old);
        forceAll();
        if (Files.exists(target)) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Sync.namesAround(target);
        delete(old);
    }

    /// Deletes a folder or a file; nothing where there is none.
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        for (Path each : below(path)) {
            Files.delete(each);
        }
    }

    private void forceAll() throws IOException {
        for (Path each : below(part)) {
            if (Files.isDirectory(each)) {
                Sync.folder(each);
            } else {
                Sync.file(each);
            }
        }
    }

    private static List<Path> below(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
