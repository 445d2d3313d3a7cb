package dev.whetstone.engine.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Does [Job.Embed]. The output appears whole or not at all.
public final class EmbedJob {
    private static final int MAX_LINE = 16 << 20;

    private final ObjectMapper json = new ObjectMapper();

    /// @return `{"rows","dimensions","seconds","texts_per_second"}`; loading the model is not
    /// counted
    public JsonNode run(Job.Embed job, RunControl control) throws IOException {
        List<String> texts = read(job.texts());
        try (MiniLmEncoder encoder =
                MiniLmEncoder.open(job.threads(), MiniLmEncoder.DEFAULT_MAX_TOKENS)) {
            long start = System.nanoTime();
            float[][] vectors = encoder.encodeAll(texts, control);
            double seconds = (System.nanoTime() - start) / 1e9;
            write(vectors, job.out());
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            return result.put("rows", vectors.length)
                    .put("dimensions", MiniLmEncoder.DIMENSIONS)
                    .put("seconds", seconds)
                    .put("texts_per_second", seconds > 0 ? vectors.length / seconds : 0);
        }
    }

    private List<String> read(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null) {
                if (!line.isBlank()) {
                    texts.add(text(line, file, texts.size() + 1));
                }
                line = lines.readLine();
            }
        } catch (NoSuchFileException e) {
            throw new RuntimeFailure("embed.input", file + " does not exist", "", e);
        }
        return texts;
    }

    private String text(String line, Path file, int number) {
        if (line.length() > MAX_LINE) {
            throw bad(file, number, "is longer than 16 million characters");
        }
        try {
            JsonNode text = json.readTree(line).path("text");
            if (!text.isTextual()) {
                throw bad(file, number, "has no field \"text\" that is a string");
            }
            return text.textValue();
        } catch (JsonProcessingException e) {
            throw bad(file, number, "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static RuntimeFailure bad(Path file, int number, String what) {
        return new RuntimeFailure("embed.input", file + ", row " + number + " " + what, "");
    }

    private static void write(float[][] vectors, Path out) throws IOException {
        Path beside = out.resolveSibling(out.getFileName() + ".part");
        ByteBuffer row =
                ByteBuffer.allocate(4 * MiniLmEncoder.DIMENSIONS).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(beside))) {
            for (float[] vector : vectors) {
                row.clear();
                row.asFloatBuffer().put(vector);
                stream.write(row.array());
            }
        }
        Files.move(
                beside, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
