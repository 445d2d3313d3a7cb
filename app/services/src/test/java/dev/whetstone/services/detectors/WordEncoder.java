package dev.whetstone.services.detectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.worker.ModelRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/// Embeds a text as the sum of numbers drawn from its words' hashes, of length 1, and counts the
/// texts.
public final class WordEncoder implements ModelRuntime {
    private static final int DIMENSIONS = 384;

    /// Texts that were read.
    final AtomicInteger texts = new AtomicInteger();

    /// Calls after which the job is cancelled from outside; negative for never.
    int callsLeft = -1;

    @Override
    public JsonNode run(Job job, Progress progress) {
        if (job instanceof Job.Classify classify) {
            return classify(classify);
        }
        if (!(job instanceof Job.Embed embed)) {
            throw new AssertionError("not needed here: " + job);
        }
        if (callsLeft == 0) {
            throw new CancellationException("the program went away");
        }
        callsLeft--;
        List<JsonNode> rows = JsonFiles.readLines(embed.texts());
        texts.addAndGet(rows.size());
        ByteBuffer floats =
                ByteBuffer.allocate(rows.size() * DIMENSIONS * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        rows.forEach(row -> put(row.path("text").asText(), floats));
        try {
            Files.write(embed.out(), floats.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonFiles.object();
    }

    /// Takes what says thank you to be of the label.
    private static JsonNode classify(Job.Classify job) {
        JsonFiles.writeLines(
                job.out(),
                JsonFiles.readLines(job.texts()).stream()
                        .map(
                                row ->
                                        JsonFiles.object()
                                                .put(
                                                        "score",
                                                        row.path("text").asText().contains("thank")
                                                                ? .9
                                                                : .2))
                        .toList());
        return JsonFiles.object();
    }

    private static void put(String text, ByteBuffer floats) {
        double[] sum = new double[DIMENSIONS];
        for (String word : text.split("\\W+", -1)) {
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
}
