package dev.whetstone.store.exporting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.store.artefact.FileSync;
import dev.whetstone.store.project.Existing;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/// Writes JSON lines: UTF-8, `\n`, no byte order mark; packed when the name ends in `.gz`. The file
/// appears under its name when it is complete and on the disk.
final class JsonLinesFile {
    private final Path target;

    JsonLinesFile(Path wanted, Existing existing) {
        this.target = existing.target(wanted);
    }

    Path target() {
        return target;
    }

    /// Writes a line for each row that has one.
    ///
    /// @return the number of lines
    <T> long write(Iterable<T> rows, Function<T, Optional<ObjectNode>> line) {
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.createDirectories(FileSync.folderOf(target));
            long lines = 0;
            try (BufferedWriter out =
                    new BufferedWriter(
                            new OutputStreamWriter(packed(beside), StandardCharsets.UTF_8))) {
                for (T row : rows) {
                    Optional<ObjectNode> json = line.apply(row);
                    if (json.isPresent()) {
                        out.write(json.get().toString());
                        out.write('\n');
                        lines++;
                    }
                }
            }
            FileSync.force(beside);
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            FileSync.force(FileSync.folderOf(target));
            return lines;
        } catch (IOException e) {
            throw new StoreException(
                    StoreError.IO, "cannot write %s: %s".formatted(target, e.getMessage()), e);
        }
    }

    private OutputStream packed(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return target.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }
}
