package dev.whetstone.services.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorNamesTest {
    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;
    private Detectors detectors;

    @BeforeEach
    void teach() {
        List<SmallProject.Pair> pairs = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pairs.add(new SmallProject.Pair("claim " + i, "thank you " + i, "denied " + i));
            marks.add(new Mark("thank you " + i, Mark.Answer.YES));
            marks.add(new Mark("denied " + i, Mark.Answer.NO));
        }
        small = SmallProject.of(folder, pairs, new WordEncoder());
        project = small.services();
        detectors = project.detectors();
        detectors.add("kind", new Recipe.Head(), "ana");
        detectors.mark("kind", marks, "ana");
        detectors.train("kind", "ana").join();
        var unused = detectors.replies().read("kind", 40).join();
    }

    @AfterEach
    void close() {
        small.close();
    }

    private static void isRefused(Runnable work, String code, String names) {
        assertThatThrownBy(work::run)
                .hasMessageContaining(names)
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aRenamedDetectorKeepsItsMarksItsFiguresAndWhatItRead() {
        DetectorRow before = detectors.show("kind");
        DetectorRow after = detectors.rename("kind", " polite ", "ben");
        assertThat(detectors.list()).extracting(DetectorRow::name).containsExactly("polite");
        assertThat(after.state()).isEqualTo(DetectorRow.State.TRAINED);
        assertThat(after.accuracy()).isEqualTo(before.accuracy());
        assertThat(after.yes()).isEqualTo(20);
        assertThat(after.no()).isEqualTo(20);
        assertThat(after.read()).isEqualTo(40);
        assertThat(after.author()).isEqualTo("ben");
    }

    @Test
    void aNameIsGivenBack() {
        detectors.rename("kind", "polite", "ana");
        detectors.mark("polite", List.of(new Mark("denied 3", Mark.Answer.WITHDRAW)), "ana");
        DetectorRow back = detectors.rename("polite", "kind", "ana");
        assertThat(back.no()).isEqualTo(19);
        assertThat(back.read()).isEqualTo(40);
    }

    @Test
    void aDetectorThatAPausedRuleNamesKeepsItsName() {
        UUID rule = project.rules().add("be-kind", "good(X) when detects(X, #kind)", "ana");
        project.rules().pause(rule);
        isRefused(() -> detectors.rename("kind", "polite", "ana"), "detector.used", "be-kind");
    }

    @Test
    void twoDetectorsDoNotHaveOneName() {
        detectors.add("polite", new Recipe.Head(), "ana");
        isRefused(() -> detectors.rename("kind", "polite", "ana"), "detector.name", "#polite");
        isRefused(() -> detectors.rename("kind", "po lite", "ana"), "detector.name", "po lite");
    }

    @Test
    void aRemovedDetectorComesBackAsItWas() {
        DetectorRow before = detectors.show("kind");
        detectors.remove("kind", "ana");
        assertThat(detectors.list()).isEmpty();
        DetectorRow after = detectors.restore("kind", "ana");
        assertThat(after.state()).isEqualTo(DetectorRow.State.TRAINED);
        assertThat(after.accuracy()).isEqualTo(before.accuracy());
        assertThat(after.read()).isEqualTo(40);
        isRefused(() -> detectors.restore("nobody", "ana"), "detector.unknown", "#nobody");
    }

    @Test
    void theRulesThatAskItAreNamedWithTheirIds() {
        UUID rule = project.rules().add("be-kind", "good(X) when detects(X, #kind)", "ana");
        assertThat(detectors.show("kind").askers()).containsExactly(new Asker(rule, "be-kind"));
    }

    @Test
    void aFolderWithoutAClassifierIsRefusedByWhatItLacks() throws IOException {
        isRefused(() -> detectors.labels(folder), "detector.folder", "config.json");
        Path config = folder.resolve("config.json");
        Files.writeString(config, "{\"architectures\": [\"LlamaForCausalLM\"]}");
        isRefused(() -> detectors.labels(folder), "detector.folder", "id2label");
        Files.writeString(config, "{\"id2label\": ");
        isRefused(() -> detectors.labels(folder), "input.json", "config.json");
    }

    @Test
    void theLabelsOfAClassifierAreThoseOfItsSettings() throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(config, "{\"id2label\": {\"0\": \"NEGATIVE\", \"1\": \"POSITIVE\"}}");
        assertThat(detectors.labels(folder)).containsExactly("NEGATIVE", "POSITIVE");
        Files.writeString(
                config,
                "{\"architectures\": [\"BertForSequenceClassification\"], \"num_labels\": 3}");
        assertThat(detectors.labels(folder)).containsExactly("LABEL_0", "LABEL_1", "LABEL_2");
    }
}
