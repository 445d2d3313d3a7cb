package dev.whetstone.store.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.importing.input.Reason;
import dev.whetstone.store.project.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two published files, read where they lie. Expected counts were made by an independent count
/// of the files' rows.
class RealDataTest {
    @TempDir Path folder;

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("whetstone.shared", "../shared"), "data", name);
        assumeTrue(Files.exists(file), "skipped: " + file + " is not here");
        return file;
    }

    private static ImportReport load(ProjectFile project, Path file) {
        return new Importer(project, InstantSource.system())
                .run(ImportRequest.of(file).withRejections(Rejections.LEAVE_OUT))
                .getFirst();
    }

    @Test
    void importsTheMtBenchPairs() {
        Path file = shared("mt-bench-human-train.jsonl");
        try (ProjectFile project = ProjectFile.create(folder.resolve("mt.whetstone"))) {
            ImportReport report = load(project, file);

            assertThat(report.format()).isEqualTo("pairs");
            assertThat(report.prompts()).isEqualTo(385);
            assertThat(report.responses()).isEqualTo(1118);
            assertThat(report.comparisons()).isEqualTo(730);
            assertThat(report.judgements() + report.duplicates() + report.skipped()).isEqualTo(898);
            assertThat(report.judgements()).isEqualTo(764);
            assertThat(report.skipped()).isEqualTo(2);
            assertThat(report.rejected()).isEmpty();
            List<Judgement> standing = project.judgements().standing();
            assertThat(standing).hasSize(764);
            List<Message> turns = project.prompts().all().getFirst().turns();
            assertThat(turns)
                    .extracting(Message::role)
                    .containsExactly(Role.USER, Role.ASSISTANT, Role.USER);
            assertThat(turns.getFirst().content()).startsWith("The city of Vega intends");
        }
    }

    @Test
    void importsTheUltraFeedbackPairs() {
        Path file = shared("ultrafeedback-binarized-2pct.jsonl");
        try (ProjectFile project = ProjectFile.create(folder.resolve("uf.whetstone"))) {
            ImportReport report = load(project, file);

            assertThat(report.prompts()).isEqualTo(967);
            assertThat(report.comparisons()).isEqualTo(961);
            assertThat(report.judgements()).isEqualTo(961);
            assertThat(report.skipped()).isEqualTo(6);
            assertThat(report.rejected())
                    .containsExactly(new Rejection(138, Reason.EMPTY, "answer_0"));
            Judgement first = project.judgements().standing().getFirst();
            assertThat(first.certainty()).isEqualTo(1);
        }
    }

    @Test
    void aSecondImportAddsNothing() {
        Path file = shared("mt-bench-human-train.jsonl");
        try (ProjectFile project = ProjectFile.create(folder.resolve("mt.whetstone"))) {
            load(project, file);
            List<?> before = project.judgements().all();
            long responses = project.responses().count();

            ImportReport again = load(project, file);

            assertThat(again.judgements()).isZero();
            assertThat(again.duplicates()).isEqualTo(896);
            assertThat(project.judgements().all()).isEqualTo(before);
            assertThat(project.responses().count()).isEqualTo(responses);
        }
    }
}
