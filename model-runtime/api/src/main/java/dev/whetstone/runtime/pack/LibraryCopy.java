package dev.whetstone.runtime.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads a library where it lies.
final class LibraryCopy {
    private LibraryCopy() {}

    static PackFile digest(PackSource.Library library) throws IOException {
        return copy(library, OutputStream.nullOutputStream());
    }

    /// Writes it below a pack's folder.
    ///
    /// @return the file as it was written
    static PackFile into(Path pack, PackSource.Library library) throws IOException {
        Path target = pack.resolve(library.path());
        Files.createDirectories(target.resolveSibling(""));
        try (OutputStream out = Files.newOutputStream(target)) {
            return copy(library, out);
        }
    }

    private static PackFile copy(PackSource.Library library, OutputStream out) throws IOException {
        return switch (library.bytes()) {
            case PackSource.Bytes.InFile(Path file) -> {
                try (InputStream in = Files.newInputStream(file)) {
                    String digest = Digests.copy(in, out);
                    yield new PackFile(library.path(), Files.size(file), digest);
                }
            }
            case PackSource.Bytes.InJar(Path jar, String name) -> {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    ZipEntry entry = zip.getEntry(name);
                    if (entry == null) {
                        throw new IOException(jar + " has no " + name);
                    }
                    try (InputStream in = zip.getInputStream(entry)) {
                        String digest = Digests.copy(in, out);
                        yield new PackFile(library.path(), entry.getSize(), digest);
                    }
                }
            }
        };
    }
}
