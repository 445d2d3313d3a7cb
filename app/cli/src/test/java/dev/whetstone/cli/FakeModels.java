package dev.whetstone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.memory.MemoryNeed;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.worker.ModelRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Embeds a text as the sum of numbers drawn from its words' hashes, of length 1, and answers a
/// prompt by repeating it.
final class FakeModels implements ModelRuntime {
    private static final int DIMENSIONS = 384;

    @Override
    public JsonNode run(Job job, Progress progress) {
        try {
            switch (job) {
                case Job.Embed embed -> embed(embed);
                case Job.Generate generate -> generate(generate);
                case Job.Memory _ -> {
                    return JsonFiles.mapper()
                            .valueToTree(new MemoryNeed(1 << 30, Map.of(), 2L << 30, ""));
                }
                default -> throw new AssertionError("not needed here: " + job);
            }
            return JsonFiles.object();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void embed(Job.Embed job) throws IOException {
        List<JsonNode> rows = JsonFiles.readLines(job.texts());
        ByteBuffer floats =
                ByteBuffer.allocate(rows.size() * DIMENSIONS * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode row : rows) {
            double[] sum = new double[DIMENSIONS];
            for (String word : row.path("text").asText().split("\\s+", -1)) {
                SplittableRandom random = new SplittableRandom(word.hashCode());
                for (int d = 0; d < DIMENSIONS; d++) {
                    sum[d] += random.nextDouble() - .5;
                }
            }
            double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
            for (double each : sum) {
                floats.putFloat((float) (each / length));
            }
        }
        Files.write(job.out(), floats.array());
    }

    private static void generate(Job.Generate job) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode prompt : JsonFiles.readLines(job.prompts())) {
            ObjectNode row = JsonFiles.object().put("id", prompt.path("id").asText());
            ArrayNode responses = row.putArray("responses");
            for (int n = 0; n < job.samples(); n++) {
                responses
                        .addObject()
                        .put("text", (prompt.path("prompt").asText() + " ").repeat(n + 1).strip())
                        .put("tokens", n + 1)
                        .put("finished", true);
            }
            rows.add(row);
        }
        JsonFiles.writeLines(job.out(), rows);
    }
}
