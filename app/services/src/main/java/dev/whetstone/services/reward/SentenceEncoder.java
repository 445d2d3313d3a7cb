package dev.whetstone.services.reward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.worker.ModelRuntime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// The bundled sentence encoder in the worker. Embeddings stay known while the program runs.
public final class SentenceEncoder {
    private static final String ID = "all-minilm-l6-v2-q";
    private static final int DIMENSIONS = 384;
    private static final int MOST_KEPT = 200_000;

    private final ModelRuntime runtime;
    private final Map<String, float[]> known =
            new LinkedHashMap<>(1024, .75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    public SentenceEncoder(ModelRuntime runtime) {
        this.runtime = runtime;
    }

    /// An encoder whose work shows as progress of one job.
    TextEncoder with(Progress progress) {
        return new TextEncoder() {
            @Override
            public String id() {
                return ID;
            }

            @Override
            public int dimensions() {
                return DIMENSIONS;
            }

            @Override
            public float[][] encode(List<String> texts) {
                return rows(texts, progress);
            }
        };
    }

    private synchronized float[][] rows(List<String> texts, Progress progress) {
        List<String> missing =
                texts.stream().distinct().filter(text -> !known.containsKey(text)).toList();
        Map<String, float[]> fresh = missing.isEmpty() ? Map.of() : embed(missing, progress);
        float[][] rows = new float[texts.size()][];
        for (int i = 0; i < rows.length; i++) {
            float[] row = fresh.get(texts.get(i));
            rows[i] = row == null ? stored(texts.get(i)) : row;
        }
        known.putAll(fresh);
        return rows;
    }

    private float[] stored(String text) {
        float[] row = known.get(text);
        if (row == null) {
            throw new IllegalStateException("the encoder left out a text");
        }
        return row;
    }

    private Map<String, float[]> embed(List<String> texts, Progress progress) {
        Path in = temporary("texts", ".jsonl");
        Path out = in.resolveSibling(in.getFileName() + ".f32");
        try {
            List<ObjectNode> lines = new ArrayList<>();
            texts.forEach(text -> lines.add(JsonFiles.object().put("text", text)));
            JsonFiles.writeLines(in, lines);
            runtime.run(new Job.Embed(in, out, 0), progress);
            return read(out, texts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            delete(in);
            delete(out);
        }
    }

    private static Map<String, float[]> read(Path out, List<String> texts) {
        try {
            FloatBuffer floats =
                    ByteBuffer.wrap(Files.readAllBytes(out))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer();
            if (floats.remaining() != texts.size() * DIMENSIONS) {
                throw new ServiceException(
                        "worker.embed",
                        "The encoder wrote "
                                + floats.remaining()
                                + " numbers for "
                                + texts.size()
                                + " texts.",
                        "");
            }
            Map<String, float[]> rows = new LinkedHashMap<>();
            for (String text : texts) {
                float[] row = new float[DIMENSIONS];
                floats.get(row);
                rows.put(text, row);
            }
            return rows;
        } catch (IOException e) {
            throw new ServiceException("file.io", "Cannot read " + out + ".", "", e);
        }
    }

    private static Path temporary(String name, String ending) {
        try {
            return Files.createTempFile("whetstone-" + name, ending);
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot write a temporary file: " + e.getMessage(), "", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(SentenceEncoder.class)
                    .warn("a temporary file stays: {}", file, e);
        }
    }
}
