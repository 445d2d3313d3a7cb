package dev.whetstone.core.lf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The rows of explanations.tsv, or of the file that the property `golden.explanations` names.
public final class GoldenExplanations {
    /// One row.
    public record Row(String id, String box, String domain, String explanation, String expected) {
        public boolean asks() {
            return expected.startsWith("CLARIFY");
        }
    }

    private GoldenExplanations() {}

    public static List<Row> rows() {
        return read().lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
    }

    /// The rows whose expected outcome is a rule.
    public static List<Row> rules() {
        return rows().stream().filter(row -> !row.asks()).toList();
    }

    private static String read() {
        String file = System.getProperty("golden.explanations", "");
        try (InputStream in =
                file.isEmpty()
                        ? GoldenExplanations.class.getResourceAsStream("explanations.tsv")
                        : Files.newInputStream(Path.of(file))) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
