package dev.whetstone.runtime.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The imported packs of this user: a folder each, with its own copy of the libraries and
/// `pack.json`, which holds their digests.
public final class PackStore {
    private static final String RECORD = "pack.json";
    private static final long LARGEST_RECORD = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private final Path root;
    private final InstantSource clock;

    /// @param root this program's own folder for packs; made when the first is imported
    public PackStore(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /// Names of the imported packs, in order.
    public List<String> names() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(RECORD)))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PackFailure("engine.file", root + " cannot be read.", e);
        }
    }

    /// @throws PackFailure `engine.name` where there is none, `engine.file` where its record is
    ///     damaged
    public EnginePack read(String name) {
        Path file = folder(name).resolve(RECORD);
        if (!Files.isRegularFile(file)) {
            throw new PackFailure(
                    "engine.name",
                    "No engine is called " + name + ".",
                    names().isEmpty()
                            ? "None was imported."
                            : "There are " + String.join(", ", names()) + ".");
        }
        try {
            if (Files.size(file) > LARGEST_RECORD) {
                throw new PackFailure(
                        "engine.file", file + " is too large.", "Remove it and import it again.");
            }
            return JSON.readValue(file.toFile(), EnginePack.class);
        } catch (JsonProcessingException e) {
            throw new PackFailure(
                    "engine.file",
                    file + " is damaged: " + e.getOriginalMessage(),
                    "Remove the engine and import it again.");
        } catch (IOException e) {
            throw new PackFailure("engine.file", file + " cannot be read.", e);
        }
    }

    /// Where a pack's libraries are.
    ///
    /// @throws PackFailure `engine.name` for what is no name
    public Path folder(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PackFailure(
                    "engine.name",
                    "\"" + name + "\" is no name for an engine.",
                    "Use letters, digits, dots and dashes.");
        }
        return root.resolve(name);
    }

    /// Copies a folder's libraries into a pack of its own. The copies are checked against the
    /// digests that the source was shown with.
    ///
    /// @param progress hears of bytes copied, and all
    public EnginePack add(PackSource source, String name, BiConsumer<Long, Long> progress) {
        Path target = folder(name);
        if (Files.exists(target)) {
            throw new PackFailure(
                    "engine.name",
                    "There is an engine " + name + " already.",
                    "Remove it first, or choose another name.");
        }
        Path making = root.resolve("." + name + ".importing");
        try {
            delete(making);
            Files.createDirectories(making);
            requireRoom(source);
            copy(source, making, progress);
            EnginePack pack =
                    new EnginePack(
                            name,
                            source.version(),
                            source.flavor(),
                            source.folder().toAbsolutePath().toString(),
                            clock.instant().toString(),
                            source.files());
            JSON.writeValue(making.resolve(RECORD).toFile(), pack);
            Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
            return pack;
        } catch (IOException e) {
            throw new PackFailure(
                    "engine.file", "The engine cannot be copied: " + e.getMessage(), e);
        }
    }

    private void requireRoom(PackSource source) throws IOException {
        FileStore store = Files.getFileStore(root);
        if (store.getUsableSpace() < source.bytes()) {
            throw new PackFailure(
                    "engine.size",
                    "The libraries take %d MB, and %d MB are free where %s is."
                            .formatted(source.bytes() >> 20, store.getUsableSpace() >> 20, root),
                    "Make room there.");
        }
    }

    private static void copy(PackSource source, Path into, BiConsumer<Long, Long> progress)
            throws IOException {
        List<PackFile> copied = new ArrayList<>();
        long bytes = 0;
        for (PackSource.Library library : source.libraries()) {
            PackFile file = LibraryCopy.into(into, library);
            copied.add(file);
            bytes += file.bytes();
            progress.accept(bytes, source.bytes());
        }
        if (!Digests.of(copied).equals(source.digest())) {
            delete(into);
            throw new PackFailure(
                    "engine.changed",
                    "The files in " + source.folder() + " changed while they were copied.",
                    "Import it again.");
        }
    }

    /// Compares every file with its recorded digest.
    ///
    /// @throws PackFailure `engine.changed`, naming the first file that is another or missing
    public void verify(EnginePack pack) {
        Path folder = folder(pack.name());
        TreeSet<String> present = present(folder);
        for (PackFile file : pack.files()) {
            if (!present.remove(file.path())) {
                throw changed(pack, file.path() + " is missing");
            }
        }
        if (!present.isEmpty()) {
            throw changed(pack, present.first() + " was added");
        }
        pack.files().parallelStream()
                .filter(file -> !isAsRecorded(folder, file))
                .findFirst()
                .ifPresent(
                        file -> {
                            throw changed(pack, file.path() + " was changed");
                        });
    }

    private static PackFailure changed(EnginePack pack, String what) {
        return new PackFailure(
                "engine.changed",
                "The engine " + pack.name() + " is not as it was imported: " + what + ".",
                "Remove it and import it again.");
    }

    private static boolean isAsRecorded(Path folder, PackFile file) {
        try {
            Path path = folder.resolve(file.path()).normalize();
            return path.startsWith(folder)
                    && Files.size(path) == file.bytes()
                    && Digests.of(path).equals(file.sha256());
        } catch (IOException e) {
            throw new PackFailure("engine.file", file.path() + " cannot be read.", e);
        }
    }

    private static TreeSet<String> present(Path folder) {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(folder, 3)) {
            walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(RECORD))
                    .forEach(files::add);
        } catch (IOException e) {
            throw new PackFailure("engine.file", folder + " cannot be read.", e);
        }
        return files;
    }

    /// Deletes a pack's copies; the folder that it was imported from is not touched.
    public void remove(String name) {
        read(name);
        try {
            delete(folder(name));
        } catch (IOException e) {
            throw new PackFailure("engine.file", "The engine cannot be removed.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
