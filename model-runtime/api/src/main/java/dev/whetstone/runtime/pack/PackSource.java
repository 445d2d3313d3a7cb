package dev.whetstone.runtime.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// What a chosen folder offers to import; nothing is copied yet.
///
/// @param version of libtorch
/// @param flavor `cpu`, or `cu` and CUDA's version
/// @param libraries each with where it lies
/// @param files what they will be in the pack, with their digests
/// @param outside links of the folder that lead out of it
public record PackSource(
        Path folder,
        String version,
        String flavor,
        List<Library> libraries,
        List<PackFile> files,
        List<Path> outside) {
    public PackSource {
        libraries = List.copyOf(libraries);
        files = List.copyOf(files);
        outside = List.copyOf(outside);
    }

    /// A library to copy.
    ///
    /// @param path below the pack's folder
    public record Library(String path, Bytes bytes) {}

    /// Where a library's bytes are.
    public sealed interface Bytes {
        /// A file of the chosen folder, or one that its link leads to.
        record InFile(Path file) implements Bytes {}

        /// An entry of one of the program's own jars.
        record InJar(Path jar, String entry) implements Bytes {}
    }

    /// What a person compares and confirms; see [EnginePack#digest].
    public String digest() {
        return Digests.of(files);
    }

    public long bytes() {
        return files.stream().mapToLong(PackFile::bytes).sum();
    }

    /// Files that no published archive is known to hold: confirmed by a person, or not imported.
    /// The bridge of the program's own jar is not among them.
    public List<PackFile> unknown(KnownLibraries known) {
        TreeMap<String, Bytes> places = new TreeMap<>();
        libraries.forEach(library -> places.put(library.path(), library.bytes()));
        return files.stream()
                .filter(file -> places.get(file.path()) instanceof Bytes.InFile)
                .filter(file -> known.origin(file).isEmpty())
                .toList();
    }
}
