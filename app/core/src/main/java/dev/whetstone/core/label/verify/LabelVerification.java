package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.core.text.ifeval.RecordedChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs everything this package knows against a folder laid out like the recorded label results.
/// Files of [#KNOWN] that are absent, and files of other names, are reported as skipped; whatever
/// cases a file holds are checked.
public final class LabelVerification {
    private static final long MAX_BYTES = 64L << 20;
    private static final List<String> KNOWN =
            List.of(
                    "label-matrices.json",
                    "label-models.json",
                    "dawid-skene.json",
                    "metrics.json",
                    "strengths.json",
                    "length-controlled.json",
                    "ifeval.json",
                    "text-metrics.json",
                    "agreement.json");

    private final ObjectMapper json = new ObjectMapper();

    /// @throws IOException when a file cannot be read, is above 64 MiB or is no JSON; the
    ///     message names it
    public VerificationReport verify(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a folder");
        }
        Checks checks = new Checks();
        List<RecordedMatrix> matrices =
                read(folder, "label-matrices.json", checks)
                        .path("matrices")
                        .propertyStream()
                        .map(e -> RecordedMatrix.read(e.getKey(), e.getValue()))
                        .toList();
        JsonNode models = read(folder, "label-models.json", checks);
        JsonNode dawidSkene = read(folder, "dawid-skene.json", checks);
        for (RecordedMatrix matrix : matrices) {
            new LabelModelChecks(checks, matrix, models).run();
            new DawidSkeneChecks(checks, matrix)
                    .run(dawidSkene.path("results").path(matrix.name()));
        }
        if (!matrices.isEmpty()) {
            LabelModelChecks.refusals(checks, matrices.getFirst(), models.path("errors"));
        }
        new MetricChecks(checks).run(read(folder, "metrics.json", checks));
        new StrengthChecks(checks).run(read(folder, "strengths.json", checks));
        new WinRateChecks(checks).run(read(folder, "length-controlled.json", checks));
        instructions(read(folder, "ifeval.json", checks), checks);
        new TextChecks(checks).run(read(folder, "text-metrics.json", checks));
        new AgreementChecks(checks).run(read(folder, "agreement.json", checks));
        unknown(folder, checks);
        return checks.report();
    }

    private static void unknown(Path folder, Checks checks) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !KNOWN.contains(name))
                    .sorted()
                    .forEach(name -> checks.skip(name + " is no file that this program knows"));
        }
    }

    private static void instructions(JsonNode recorded, Checks checks) throws IOException {
        try {
            for (RecordedChecks.Outcome each : RecordedChecks.of(recorded)) {
                checks.same(each.name(), each.found(), each.recorded());
            }
        } catch (IllegalArgumentException problem) {
            throw new IOException("ifeval.json: " + problem.getMessage(), problem);
        }
    }

    private JsonNode read(Path folder, String name, Checks checks) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            checks.skip(name + " is not in the folder");
            return json.missingNode();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is larger than 64 MiB");
        }
        try {
            return json.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        }
    }
}
