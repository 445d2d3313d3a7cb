package dev.whetstone.store.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.store.Given;
import dev.whetstone.store.project.Existing;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    @TempDir Path folder;

    private static PreferenceRow row(double p) {
        return PreferenceRow.of(Given.user("p"), "", Scored.unscored("x"), Scored.unscored("y"), p);
    }

    @Test
    void writesTrlRowsAndSaysWhatTheyCannotCarry() throws IOException {
        Path out = folder.resolve("trl.jsonl");

        ExportReport report =
                Exporter.preferences(
                        List.of(row(1), row(.25), row(.5)), ExportFormat.TRL, out, Existing.REFUSE);

        assertThat(out)
                .hasContent(
                        """
                        {"prompt":"p","chosen":"x","rejected":"y"}
                        {"prompt":"p","chosen":"y","rejected":"x","p":0.75}
                        """);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.leftOut()).containsEntry("tie", 1L);
        assertThat(report.notCarried())
                .containsEntry("soft label (p is a column that trainers ignore)", 1L);
    }

    @Test
    void writesTheSampledShape() throws IOException {
        Path out = folder.resolve("sampled.jsonl");
        List<Scored> responses = List.of(new Scored("x", "", .25), new Scored("y", "", 2));

        Exporter.sampled(
                List.of(new SampledRow(Given.user("p"), responses, 1, 0, 1, "")),
                out,
                Existing.REFUSE);

        assertThat(Files.readString(out))
                .endsWith(
                        "\"all_generated_responses\":[\"x\",\"y\"],\"all_rm_scores\":[0.25,2.0]}\n")
                .contains(
                        "\"rejected\":[{\"content\":\"p\",\"role\":\"user\"},"
                                + "{\"content\":\"x\",\"role\":\"assistant\"}]");
    }

    @Test
    void overwritesOnlyWhenTold() throws IOException {
        Path out = Files.writeString(folder.resolve("mine.jsonl"), "mine");

        assertThatThrownBy(
                        () ->
                                Exporter.preferences(
                                        List.of(row(1)), ExportFormat.PAIRS, out, Existing.REFUSE))
                .isInstanceOf(StoreException.class);
        assertThat(out).hasContent("mine");
        Exporter.preferences(List.of(row(1)), ExportFormat.PAIRS, out, Existing.REPLACE);
        assertThat(Files.readString(out)).startsWith("{\"prompt\":\"p\"");
    }
}
