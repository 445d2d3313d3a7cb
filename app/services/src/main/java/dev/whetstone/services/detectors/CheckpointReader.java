package dev.whetstone.services.detectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.services.detect.DetectorModel;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.worker.ModelRuntime;
import dev.whetstone.store.artefact.FileHash;
import dev.whetstone.store.content.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Lets text classifiers of the user's own read texts, in the worker.
public final class CheckpointReader {
    private final ModelRuntime runtime;
    private final Map<String, String> contents = new ConcurrentHashMap<>();

    public CheckpointReader(ModelRuntime runtime) {
        this.runtime = runtime;
    }

    /// @throws ServiceException `detector.changed` when the folder's files are no longer those that
    ///     the detector was made with, `file.missing`, or the worker's code
    double[] read(DetectorModel.Checkpoint model, List<String> texts, Progress progress) {
        if (!content(model.folder()).equals(model.content())) {
            throw new ServiceException(
                    "detector.changed",
                    "The files in " + model.folder() + " have changed.",
                    "Train the detector again to take the new ones.");
        }
        Path folder = temporary();
        Path in = folder.resolve("texts.jsonl");
        Path out = folder.resolve("scores.jsonl");
        try {
            List<ObjectNode> lines = new ArrayList<>();
            texts.forEach(text -> lines.add(JsonFiles.object().put("text", text)));
            JsonFiles.writeLines(in, lines);
            runtime.run(
                    new Job.Classify(model.folder(), model.label(), in, out, Device.CPU), progress);
            return scores(out, texts.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            List.of(in, out, folder).forEach(CheckpointReader::delete);
        }
    }

    private static double[] scores(Path out, int expected) {
        double[] scores =
                JsonFiles.readLines(out).stream()
                        .map(line -> line.path("score"))
                        .mapToDouble(JsonNode::asDouble)
                        .toArray();
        if (scores.length != expected) {
            throw new ServiceException(
                    "worker.classify",
                    "The classifier wrote " + scores.length + " scores for " + expected + " texts.",
                    "");
        }
        return scores;
    }

    /// Hash of a folder's settings, tokenizer and weights; read again when a file was changed.
    String content(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(Files::isRegularFile)
                            .filter(CheckpointReader::decides)
                            .sorted()
                            .toList();
            StringBuilder state = new StringBuilder(folder.toString());
            for (Path file : files) {
                state.append('\n')
                        .append(file.getFileName())
                        .append(Files.size(file))
                        .append(Files.getLastModifiedTime(file));
            }
            String known = contents.get(state.toString());
            if (known == null) {
                ContentHash.Builder hash = ContentHash.builder();
                for (Path file : files) {
                    hash.add(String.valueOf(file.getFileName()))
                            .add(FileHash.of(file.toRealPath()));
                }
                known = hash.build().hex();
                contents.put(state.toString(), known);
            }
            return known;
        } catch (IOException e) {
            throw new ServiceException(
                    "file.missing",
                    folder + " cannot be read: " + e.getMessage(),
                    "Name a folder in Hugging Face layout.",
                    e);
        }
    }

    private static boolean decides(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals("config.json")
                || name.equals("tokenizer.json")
                || name.endsWith(".safetensors")
                || name.endsWith(".safetensors.index.json");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("whetstone-classify");
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot write a temporary file: " + e.getMessage(), "", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(CheckpointReader.class)
                    .warn("a temporary file stays: {}", file, e);
        }
    }
}
