package dev.whetstone.engine.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whetstone.engine.policy.GenerationRequest;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What an earlier run of the same generation left. A file beside the partial output names the job
/// that wrote it: another job's lines are never taken over.
final class GenerationResume {
    private final Path partial;
    private final Path owner;
    private final String fingerprint;

    /// @param prompts lines that are there, a multiple of the batch
    /// @param bytes their length
    record Found(int prompts, long bytes, GenerationCounts counts) {}

    GenerationResume(Job.Generate job) throws IOException {
        partial = OutputFile.partialOf(job.out());
        owner = partial.resolveSibling(partial.getFileName() + ".job");
        fingerprint =
                Digests.of(
                        Digests.folder(job.model().folder()),
                        job.model().adapters().stream().map(Digests::folder).toList(),
                        Digests.file(job.prompts()),
                        job.samples(),
                        job.sampling(),
                        job.device());
    }

    Found find(List<GenerationRequest> requests, int batch) throws IOException {
        var nothing = new Found(0, 0, new GenerationCounts());
        var same =
                Files.isRegularFile(owner)
                        && Files.isRegularFile(partial)
                        && Files.readString(owner).equals(fingerprint);
        var found = same ? wholeBatches(requests, batch) : nothing;
        if (!same) {
            var folder = owner.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(owner, fingerprint);
        }
        found.counts().earlier();
        return found;
    }

    void forget() throws IOException {
        Files.deleteIfExists(owner);
    }

    private Found wholeBatches(List<GenerationRequest> requests, int batch) throws IOException {
        var bytes = Files.readAllBytes(partial);
        var lines = 0;
        for (var b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        var keep = lines / batch * batch;
        var counts = new GenerationCounts();
        var at = 0;
        for (var i = 0; i < keep; i++) {
            var end = at;
            while (bytes[end] != '\n') {
                end++;
            }
            if (!count(new String(bytes, at, end - at, UTF_8), requests.get(i), counts)) {
                return new Found(0, 0, new GenerationCounts());
            }
            at = end + 1;
        }
        return new Found(keep, at, counts);
    }

    private static boolean count(String line, GenerationRequest request, GenerationCounts counts) {
        try {
            var row = JsonLines.JSON.readTree(line);
            for (var response : row.path("responses")) {
                counts.response(
                        response.path("tokens").asInt(), response.path("finished").asBoolean());
            }
            counts.prompt();
            return row.path("id").asText().equals(request.promptId());
        } catch (JsonProcessingException e) {
            // a torn line: the power went while it was written
            return false;
        }
    }
}
