package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// `metrics.jsonl`: a line a step. A run that resumes first drops the lines of steps that its
/// checkpoint has not seen.
final class MetricsLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    MetricsLog(Path file) {
        this.file = file;
    }

    void keep(long lines) {
        try {
            List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
            Files.write(file, all.subList(0, (int) Math.min(lines, all.size())));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void append(Map<String, Double> values) {
        try {
            Files.writeString(
                    file,
                    JSON.writeValueAsString(values) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RuntimeFailure failed(IOException e) {
        return new RuntimeFailure(
                "metrics.write", file + ": cannot be written: " + e.getMessage(), "", e);
    }
}
