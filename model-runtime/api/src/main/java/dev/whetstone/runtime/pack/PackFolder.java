package dev.whetstone.runtime.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a folder that holds libtorch: its official archive, the `lib` of a PyTorch that pip
/// installed, or what a bridge was built into.
public final class PackFolder {
    private static final int MOST_FILES = 400;
    private static final int DEEPEST = 4;
    private static final long LARGEST_FILE = 8L << 30;
    private static final long LARGEST_PACK = 24L << 30;
    private static final Pattern FLAVOR = Pattern.compile("cpu|cu[0-9]{2,4}");
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private final Path folder;
    private final Links links;
    private final Build build;
    private final List<Path> jars;

    /// What to do with links that lead out of the folder.
    public enum Links {
        /// They end the import.
        REFUSE,
        /// The files that they lead to are copied.
        COPY_FILES
    }

    /// @param folder that was chosen; nothing outside it is read but what links lead to, where that
    ///     is allowed
    /// @param build what is known of the build; where it says nothing the folder's own files do
    /// @param jars of the engine, one of which holds bridges for one version of libtorch
    public PackFolder(Path folder, Links links, Build build, List<Path> jars) {
        this.folder = folder;
        this.links = links;
        this.build = build;
        this.jars = List.copyOf(jars);
    }

    /// Finds the libraries and takes their digests.
    ///
    /// @throws PackFailure with what is wrong with the folder
    public PackSource read() {
        if (!Files.isDirectory(folder)) {
            throw new PackFailure("engine.folder", "There is no folder " + folder + ".", "");
        }
        try {
            List<Path> outside = new ArrayList<>();
            TreeMap<String, PackSource.Bytes> found = libraries(outside);
            if (!found.containsKey("torch/" + LibraryNames.torch())) {
                throw new PackFailure(
                        "engine.library",
                        folder + " holds no " + LibraryNames.torch() + ".",
                        "Choose the folder of libtorch's archive, or the lib folder of an installed"
                                + " PyTorch.");
            }
            Build told = BuildNotes.read(folder, build, found.keySet());
            check(told);
            String bridge = "torch/" + LibraryNames.bridge();
            if (!found.containsKey(bridge)) {
                found.put(bridge, BundledBridge.find(jars, told));
            }
            List<PackSource.Library> libraries =
                    found.entrySet().stream()
                            .map(e -> new PackSource.Library(e.getKey(), e.getValue()))
                            .toList();
            return new PackSource(
                    folder, told.version(), told.flavor(), libraries, files(libraries), outside);
        } catch (IOException e) {
            throw new PackFailure("engine.file", "A file cannot be read: " + e.getMessage(), e);
        }
    }

    private void check(Build told) {
        if (!VERSION.matcher(told.version()).matches()
                || !FLAVOR.matcher(told.flavor()).matches()) {
            throw new PackFailure(
                    "engine.version",
                    told.version().isEmpty()
                            ? folder + " does not say which version of libtorch it holds."
                            : "\"%s\" is no version, or \"%s\" no flavor, of libtorch."
                                    .formatted(told.version(), told.flavor()),
                    "Name them, e.g. version 2.7.1 and flavor cu128 (cpu for one without CUDA).");
        }
    }

    private TreeMap<String, PackSource.Bytes> libraries(List<Path> outside) throws IOException {
        Path root = folder.toRealPath();
        TreeMap<String, PackSource.Bytes> found = new TreeMap<>();
        long total = 0;
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root, DEEPEST)) {
            paths = walk.filter(path -> LibraryNames.isLibrary(name(path))).sorted().toList();
        }
        for (Path path : paths) {
            Path real = Files.isSymbolicLink(path) ? target(path) : path;
            if (!Files.isRegularFile(real)) {
                continue;
            }
            if (!real.startsWith(root)) {
                outside.add(path);
            }
            long size = Files.size(real);
            total += size;
            if (size > LARGEST_FILE || total > LARGEST_PACK || found.size() >= MOST_FILES) {
                throw new PackFailure(
                        "engine.size",
                        "%s is too large: at most %d files, %d GiB each and %d GiB together."
                                .formatted(
                                        folder, MOST_FILES, LARGEST_FILE >> 30, LARGEST_PACK >> 30),
                        "Choose the folder of the libraries alone.");
            }
            if (found.putIfAbsent(LibraryNames.place(name(path)), new PackSource.Bytes.InFile(real))
                    != null) {
                throw new PackFailure(
                        "engine.library",
                        folder + " holds two libraries " + name(path) + ".",
                        "Choose a folder that holds one libtorch.");
            }
        }
        if (!outside.isEmpty() && links == Links.REFUSE) {
            throw new PackFailure(
                    "engine.link",
                    "%d links lead out of %s, the first is %s."
                            .formatted(outside.size(), folder, root.relativize(outside.getFirst())),
                    "Copy the files into it, or allow that the files they lead to are copied.");
        }
        return found;
    }

    private static Path target(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new PackFailure("engine.link", link + " leads nowhere.", e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /// In parallel: a build for CUDA has gigabytes.
    private static List<PackFile> files(List<PackSource.Library> libraries) {
        return libraries.parallelStream().map(PackFolder::digest).toList();
    }

    private static PackFile digest(PackSource.Library library) {
        try {
            return LibraryCopy.digest(library);
        } catch (IOException e) {
            throw new PackFailure("engine.file", "A file cannot be read: " + e.getMessage(), e);
        }
    }
}
