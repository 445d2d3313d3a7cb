package dev.whetstone.runtime.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small files by which builds of libtorch say what they are.
final class BuildNotes {
    private static final long LARGEST = 64 << 10;

    private static final List<Note> NOTES =
            List.of(
                    // beside a bridge that was built for a PyTorch
                    new Note("env", "(?m)^export PYTORCH_VERSION=(\\S{1,20})$", Flavor.ENVIRONMENT),
                    // libtorch's own archive
                    new Note("build-version", "^\\s*([0-9.]+)(?:\\+(\\w+))?", Flavor.BEHIND),
                    // the package that pip installs
                    new Note(
                            "version.py",
                            "(?m)^__version__ = '([0-9.]+)(?:\\+(\\w+))?'",
                            Flavor.BEHIND));

    private static final Pattern FLAVOR =
            Pattern.compile("(?m)^export PYTORCH_FLAVOR=(\\S{1,20})$");

    private BuildNotes() {}

    private enum Flavor {
        ENVIRONMENT,
        BEHIND
    }

    private record Note(String file, Pattern pattern, Flavor flavor) {
        Note(String file, String pattern, Flavor flavor) {
            this(file, Pattern.compile(pattern), flavor);
        }

        Build read(String text) {
            Matcher version = pattern.matcher(text);
            if (!version.find()) {
                return Build.UNKNOWN;
            }
            return switch (flavor) {
                case ENVIRONMENT -> {
                    Matcher found = FLAVOR.matcher(text);
                    yield new Build(version.group(1), found.find() ? found.group(1) : "");
                }
                case BEHIND ->
                        new Build(
                                version.group(1), version.group(2) == null ? "" : version.group(2));
            };
        }
    }

    /// What a person said, else what the folder's notes say; a build without CUDA's libraries is
    /// for the processor.
    static Build read(Path folder, Build given, Set<String> libraries) throws IOException {
        Build build = given;
        for (Note note : NOTES) {
            Path file = folder.resolve(note.file());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= LARGEST) {
                build = build.or(note.read(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        boolean cuda = libraries.contains("torch/" + System.mapLibraryName("torch_cuda"));
        return cuda ? build : build.or(new Build("", "cpu"));
    }
}
