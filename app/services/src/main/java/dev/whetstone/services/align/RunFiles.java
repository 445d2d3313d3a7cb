package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A run's files as others may read them.
public final class RunFiles {
    static final String PREFIX = "run-";

    private final RunFolder folder;

    private RunFiles(RunFolder folder) {
        this.folder = folder;
    }

    /// All runs below a project's artefacts, oldest first.
    static List<RunFolder> all(Path artefacts) {
        Path align = artefacts.resolve("align");
        if (!Files.isDirectory(align)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(align)) {
            return folders.map(RunFolder::new)
                    .filter(run -> run.name().startsWith(PREFIX) && Files.exists(run.settings()))
                    .sorted(Comparator.comparingInt(RunFiles::number))
                    .toList();
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot look into " + align + ": " + e.getMessage(), "", e);
        }
    }

    static RunFolder next(Path artefacts) {
        List<RunFolder> known = all(artefacts);
        int number = known.isEmpty() ? 1 : number(known.getLast()) + 1;
        return new RunFolder(artefacts.resolve("align").resolve(PREFIX + number));
    }

    private static int number(RunFolder run) {
        try {
            return Integer.parseInt(run.name().substring(PREFIX.length()));
        } catch (NumberFormatException e) {
            throw new ServiceException(
                    "project.damaged", run.root() + " is not the folder of a run.", "", e);
        }
    }

    /// @throws ServiceException `align.none` when there is no run
    public static RunFiles newest(Path artefacts) {
        List<RunFolder> known = all(artefacts);
        if (known.isEmpty()) {
            throw new ServiceException(
                    "align.none",
                    "The project has no alignment run.",
                    "Start one with: whetstone align run PROJECT");
        }
        return new RunFiles(known.getLast());
    }

    public Path pairs(int iteration) {
        return folder.iteration(iteration).pairs();
    }

    public Map<String, JsonNode> responsesById(int iteration) {
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode row : JsonFiles.readLines(folder.iteration(iteration).responses())) {
            byId.put(row.path("id").asText(), row);
        }
        return byId;
    }
}
