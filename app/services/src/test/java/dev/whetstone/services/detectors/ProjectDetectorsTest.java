package dev.whetstone.services.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.vote.VoteTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectDetectorsTest {
    private static final int PAIRS = 150;
    private static final String RULE = "good(X) when detects(X, #kind)";

    @TempDir Path folder;
    private final WordEncoder runtime = new WordEncoder();
    private SmallProject small;
    private ProjectServices project;

    @BeforeEach
    void open() {
        List<SmallProject.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(new SmallProject.Pair("claim " + i, kind(i), curt(i)));
        }
        small = SmallProject.of(folder, pairs, runtime);
        project = small.services();
    }

    @AfterEach
    void close() {
        small.close();
    }

    private static String kind(int i) {
        return "thank you dear customer sorry please number " + i + " case " + i % 7;
    }

    private static String curt(int i) {
        return "denied see policy wording nothing else number " + i + " case " + i % 7;
    }

    private Detectors detectors() {
        return project.detectors();
    }

    private void teach(int marks) {
        detectors().add("kind", new Recipe.Head(), "ana");
        List<Mark> given = new ArrayList<>();
        for (int i = 0; i < marks / 2; i++) {
            given.add(new Mark(kind(1000 + i), Mark.Answer.YES));
            given.add(new Mark(curt(1000 + i), Mark.Answer.NO));
        }
        assertThat(detectors().mark("kind", given, "ana")).isEqualTo(marks);
    }

    private static void isRefused(Runnable work, String code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aHeadLearnsFromMarksAndSaysHowGoodItIs() {
        teach(24);
        DetectorRow row = detectors().train("kind", "ana").join();
        assertThat(row.state()).isEqualTo(DetectorRow.State.TRAINED);
        assertThat(row.accuracy().marks()).isEqualTo(24);
        assertThat(row.accuracy().accuracy().value()).isEqualTo(1);
        assertThat(row.accuracy().majority()).isEqualTo(.5);
        assertThat(row.accuracy().standing()).isEqualTo(Accuracy.Standing.BETTER_THAN_MAJORITY);
        assertThat(row.version()).isEqualTo(2);
        assertThat(row.author()).isEqualTo("ana");

        detectors().mark("kind", List.of(new Mark("Hm.", Mark.Answer.NO)), "ben");
        assertThat(detectors().show("kind").state()).isEqualTo(DetectorRow.State.OUTDATED);
    }

    @Test
    void tooFewMarksAreRefused() {
        teach(18);
        isRefused(() -> detectors().train("kind", "ana").join(), "detector.marks");
        assertThat(detectors().show("kind").state()).isEqualTo(DetectorRow.State.UNTRAINED);
    }

    @Test
    void aRuleWaitsUntilTheDetectorHasReadAndThenVotes() {
        teach(24);
        project.rules().add("kind", RULE, "ana");
        assertThat(detectors().waiting())
                .containsExactly(new Waiting("kind", List.of("kind"), PAIRS, List.of("kind")));
        detectors().train("kind", "ana").join();
        assertThat(detectors().waiting())
                .containsExactly(new Waiting("kind", List.of("kind"), PAIRS, List.of()));
        assertThat(project.rules().votes().columns().getFirst().fires()).isZero();

        ReadReport report = detectors().run(List.of()).join();
        assertThat(report.read()).isEqualTo(2 * PAIRS);
        assertThat(report.waiting()).isZero();
        VoteTable votes = project.rules().votes();
        for (byte vote : votes.columns().getFirst().votes()) {
            assertThat(vote).isEqualTo((byte) 1);
        }
        assertThat(votes.errors()).isZero();
        assertThat(detectors().waiting()).isEmpty();
        assertThat(detectors().show("kind").read()).isEqualTo(2 * PAIRS);
        assertThat(detectors().show("kind").rules()).containsExactly("kind");
        assertThat(project.rules().list().getFirst().figures().coverage()).isEqualTo(1);
    }

    @Test
    void whatWasReadIsNotReadAgainAfterTheJobWasCutOff() {
        teach(24);
        detectors().train("kind", "ana").join();
        project.rules().add("kind", RULE, "ana");
        runtime.texts.set(0);
        runtime.callsLeft = 1;
        assertThatThrownBy(() -> detectors().run(List.of()).join())
                .isInstanceOf(CancellationException.class);
        int done = runtime.texts.get();
        assertThat(done).isBetween(1, 2 * PAIRS - 1);
        assertThat(detectors().show("kind").read()).isEqualTo(done);

        runtime.callsLeft = -1;
        small.close();
        small = SmallProject.reopen(folder, runtime);
        project = small.services();
        runtime.texts.set(0);
        assertThat(detectors().run(List.of()).join().read()).isEqualTo(2 * PAIRS - done);
        assertThat(runtime.texts.get()).isEqualTo(2 * PAIRS - done);
        assertThat(project.rules().votes().columns().getFirst().fires()).isEqualTo(PAIRS);
    }

    @Test
    void aDetectorTrainedAnewReadsAnewAndItsOldScoresGo() {
        teach(24);
        detectors().train("kind", "ana").join();
        project.rules().add("kind", RULE, "ana");
        detectors().run(List.of()).join();
        List<Mark> contrary = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            contrary.add(new Mark(kind(1000 + i), Mark.Answer.NO));
            contrary.add(new Mark(curt(1000 + i), Mark.Answer.YES));
        }
        detectors().mark("kind", contrary, "ben");
        detectors().train("kind", "ben").join();
        assertThat(detectors().waiting()).hasSize(1);
        detectors().run(List.of()).join();
        for (byte vote : project.rules().votes().columns().getFirst().votes()) {
            assertThat(vote).isEqualTo((byte) -1);
        }
        assertThat(detectors().show("kind").read()).isEqualTo(2 * PAIRS);
    }

    @Test
    void examplesAloneMakeADetectorThatMarksMeasure() {
        detectors()
                .add(
                        "kind",
                        new Recipe.Examples(
                                "",
                                List.of("thank you dear customer", "sorry dear customer please"),
                                List.of("denied see policy wording")),
                        "ana");
        DetectorRow row = detectors().train("kind", "ana").join();
        assertThat(row.accuracy().standing()).isEqualTo(Accuracy.Standing.UNMEASURED);
        project.rules().add("kind", RULE, "ana");
        detectors().run(List.of()).join();
        assertThat(project.rules().votes().columns().getFirst().fires())
                .isGreaterThan(PAIRS * 9 / 10);

        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            marks.add(new Mark(kind(i), Mark.Answer.YES));
            marks.add(new Mark(curt(i), Mark.Answer.NO));
        }
        detectors().mark("kind", marks, "ana");
        Accuracy measured = detectors().train("kind", "ana").join().accuracy();
        assertThat(measured.marks()).isEqualTo(16);
        assertThat(measured.accuracy().value()).isGreaterThan(.8);
    }

    @Test
    void aConditionMarksAsManyOfEachSortAndGivesWayToPeople() {
        detectors().add("kind", new Recipe.Head(), "ana");
        detectors().mark("kind", List.of(new Mark(kind(3), Mark.Answer.NO)), "ana");
        assertThat(detectors().markWhen("kind", "contains(X, \"thank\")", 40, "ana")).isEqualTo(41);
        DetectorRow row = detectors().show("kind");
        assertThat(row.yes()).isEqualTo(20);
        assertThat(row.made()).isEqualTo(40);
        isRefused(
                () -> detectors().markWhen("kind", "contains(X, \"zebra\")", 40, "ana"),
                "detector.condition");
        isRefused(() -> detectors().markWhen("kind", "contains(X", 40, "ana"), "rule.syntax");
    }

    @Test
    void aRuleThatNamesADetectorWhichIsNotThereIsRefusedWithItsPlace() throws Exception {
        assertThatThrownBy(() -> project.rules().add("", RULE, "ana"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("line 1, column 25: there is no detector #kind");
        Path file = Files.writeString(folder.resolve("r.txt"), "# mine\na: " + RULE + "\n");
        assertThatThrownBy(() -> project.rules().addFile(file, "ana"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("r.txt:2:28: there is no detector #kind");
        assertThat(project.rules().list()).isEmpty();
    }

    @Test
    void aDetectorThatARuleAsksStays() {
        teach(24);
        project.rules().add("kind", RULE, "ana");
        isRefused(() -> detectors().remove("kind", "ana"), "detector.used");
        project.rules().pause(project.rules().list().getFirst().id());
        detectors().remove("#kind", "ana");
        assertThat(detectors().list()).isEmpty();
        isRefused(() -> detectors().show("kind"), "detector.unknown");
    }

    @Test
    void aDetectorGoesToAnotherProjectAsAFile() throws Exception {
        teach(24);
        DetectorRow trained = detectors().train("kind", "ana").join();
        Path file = folder.resolve("kind.json");
        detectors().exportTo("kind", file);
        detectors().remove("kind", "ana");
        DetectorRow taken = detectors().importFrom(file, "ben");
        assertThat(taken.accuracy()).isEqualTo(trained.accuracy());
        project.rules().add("kind", RULE, "ana");
        detectors().run(List.of()).join();
        assertThat(project.rules().votes().columns().getFirst().fires()).isEqualTo(PAIRS);

        Path broken =
                Files.writeString(
                        folder.resolve("broken.json"),
                        Files.readString(file)
                                .replaceFirst("\"bias\" : [-0-9.E]+", "\"bias\" : {}"));
        assertThatThrownBy(() -> detectors().importFrom(broken, "ben"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("\"bias\" is missing or no number");
    }

    @Test
    void marksInAFileAreReadWithTheirFaults() throws Exception {
        detectors().add("kind", new Recipe.Head(), "ana");
        Path good =
                Files.writeString(
                        folder.resolve("m.jsonl"),
                        """
                        {"text":"thank you","label":true}
                        {"text":"denied","label":"no"}
                        {"text":"thanks","label":1}
                        {"text":"thanks","label":null}
                        """);
        assertThat(detectors().markFile("kind", good, "ana")).isEqualTo(2);
        Path bad =
                Files.writeString(
                        folder.resolve("b.jsonl"),
                        "{\"text\":\"a\",\"label\":true}\n{\"text\":\"b\",\"label\":\"maybe\"}\n");
        assertThatThrownBy(() -> detectors().markFile("kind", bad, "ana"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("line 2: \"label\" is \"maybe\"");
        assertThat(detectors().show("kind").yes()).isEqualTo(1);
    }

    @Test
    void theSampleIsOfRepliesThatNobodyMarked() {
        teach(24);
        detectors().mark("kind", List.of(new Mark(kind(3), Mark.Answer.YES)), "ana");
        List<String> drawn = detectors().sample("kind", 2 * PAIRS, 1);
        assertThat(drawn).hasSize(2 * PAIRS - 1).doesNotHaveDuplicates().doesNotContain(kind(3));
        assertThat(detectors().sample("kind", 5, 1)).isEqualTo(detectors().sample("kind", 5, 1));
    }

    @Test
    void aClassifierOfTheUsersOwnIsMeasuredOnMarksAndAsked() throws Exception {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{}");
        detectors().add("kind", new Recipe.Checkpoint(model, "POSITIVE"), "ana");
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            marks.add(new Mark(kind(i), Mark.Answer.YES));
            marks.add(new Mark(curt(i), i == 0 ? Mark.Answer.YES : Mark.Answer.NO));
        }
        detectors().mark("kind", marks, "ana");
        DetectorRow row = detectors().train("kind", "ana").join();
        assertThat(row.accuracy().accuracy().value()).isEqualTo(.95);
        project.rules().add("kind", RULE, "ana");
        detectors().run(List.of()).join();
        assertThat(project.rules().votes().columns().getFirst().fires()).isEqualTo(PAIRS);

        Files.writeString(model.resolve("config.json"), "{ }");
        detectors().train("kind", "ana").join();
        assertThat(detectors().waiting()).hasSize(1);
        Files.writeString(model.resolve("config.json"), "{  }");
        isRefused(() -> detectors().run(List.of()).join(), "detector.changed");
    }
}
