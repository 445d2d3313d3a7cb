package dev.whetstone.services.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.SmallProject.Pair;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.reward.RewardReport;
import dev.whetstone.services.reward.RewardVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty-four questions; the longer reply was chosen on each. On a third of them it is the one
/// that says "sorry", which a rule prefers.
class ProjectAccuraciesTest {
    private static final int DIMENSIONS = 384;
    private static final long SEED = 1;

    @TempDir Path folder;
    private SmallProject project;
    private Accuracies accuracies;
    private UUID sorry;

    @BeforeEach
    void open() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String brief = "Claim " + i + " is refused";
            String more = " for want of cover, as your policy says in part " + i;
            pairs.add(
                    switch (i % 3) {
                        case 0 -> new Pair("Question " + i, brief + more + ", sorry", brief);
                        case 1 -> new Pair("Question " + i, brief + ", sorry", brief + more);
                        default -> new Pair("Question " + i, brief, brief + more);
                    });
        }
        project = SmallProject.of(folder, pairs, ProjectAccuraciesTest::embed);
        project.chooseTheLonger(Explanation.NONE);
        sorry =
                project.services()
                        .rules()
                        .add("sorry", "good(X) when contains(X, \"sorry\")", "ana");
        accuracies = project.services().accuracies();
    }

    /// Every text means the same: only its measures tell replies apart.
    private static JsonNode embed(Job job, Progress progress) {
        Job.Embed embed = (Job.Embed) job;
        try {
            ByteBuffer floats =
                    ByteBuffer.allocate(JsonFiles.readLines(embed.texts()).size() * DIMENSIONS * 4)
                            .order(ByteOrder.LITTLE_ENDIAN);
            Files.write(embed.out(), floats.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonFiles.object();
    }

    @AfterEach
    void close() {
        project.close();
    }

    private RewardReport train() {
        return project.services().rewards().train(SEED).join().report();
    }

    @Test
    void withoutAModelNothingIsKept() {
        assertThat(accuracies.kept()).isEmpty();
        assertThatThrownBy(() -> accuracies.open(new Part.All(), Which.ALL, 5))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("held-out");
    }

    @Test
    void trainingLeavesTheAccuracyThatItReports() {
        RewardReport trained = train();
        AccuracyReport report = accuracies.kept().orElseThrow();
        assertThat(report.choices()).isEqualTo(24);
        assertThat(report.model().value()).isEqualTo(trained.accuracy().value());
        assertThat(report.stale()).isFalse();
        assertThat(report.rules().getFirst().against().items()).isEqualTo(16);
        assertThat(report.rules().getFirst().against().second().value()).isEqualTo(.5);
    }

    @Test
    void measuringAgainSaysTheSame() {
        var trained = train();
        AccuracyReport kept = accuracies.kept().orElseThrow();
        AccuracyReport again = accuracies.measure(SEED).join();
        assertThat(again.model()).isEqualTo(kept.model());
        assertThat(again.rules()).isEqualTo(kept.rules());
        assertThat(again.slices()).isEqualTo(kept.slices());
        assertThat(again.model().value()).isEqualTo(trained.accuracy().value());
    }

    @Test
    void aRuleAddedSinceMakesItStaleAndIsJudgedToo() {
        var unused = train();
        var added =
                project.services()
                        .rules()
                        .add("policy", "good(X) when contains(X, \"policy\")", "ana");
        AccuracyReport report = accuracies.kept().orElseThrow();
        assertThat(report.stale()).isTrue();
        assertThat(report.rules()).extracting(RuleAccuracy::rule).contains(added, sorry);
    }

    @Test
    void predictionsOfAnOlderModelAreNotShown() {
        var first = train();
        AccuracyReport before = accuracies.kept().orElseThrow();
        assertThat(before.measured()).isNotNull();
        project.services().rules().pause(sorry);
        // measured with the rule paused; the model of before belongs to other rules
        var unused = accuracies.measure(SEED).join();
        assertThat(accuracies.kept().orElseThrow().rules()).isEmpty();
        project.services().rules().activate(sorry);
        assertThat(accuracies.kept()).isEmpty();
        assertThat(first.pairs()).isEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"from\":\"a\",\"seed\":1,\"folds\":5,\"measured\":\"2026-01-01T00:00:00Z\","
                        + "\"seconds\":1,\"choices\":[null]}",
                "{\"from\":\"a\",\"seed\":1,\"folds\":5,\"measured\":\"2026-01-01T00:00:00Z\","
                        + "\"seconds\":1,\"choices\":[\"x 0 1 2\"]}"
            })
    void predictionsThatSomebodyElseWroteAreOneClearError(String json) {
        var unused = train();
        OpenProject open = (OpenProject) project.services().project();
        boolean written =
                open.with(
                        file -> {
                            file.settings().put("reward.held-out.1", json);
                            return true;
                        });
        assertThat(written).isTrue();
        assertThatThrownBy(accuracies::kept)
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("predictions that the project keeps cannot be read");
    }

    @Test
    void aModelIsOutOfDateOnceAComparisonIsLeftOut() {
        var unused = train();
        UUID comparison = project.comparisons().getFirst();
        assertThat(newest().stale()).isFalse();
        project.services().coverage().leaveOut(comparison);
        assertThat(newest().stale()).isTrue();
        assertThat(train().pairs()).isEqualTo(23);
        assertThat(newest().stale()).isFalse();
        project.services().coverage().takeIn(comparison);
        assertThat(newest().stale()).isTrue();
    }

    private RewardVersion newest() {
        return project.services().rewards().newest().orElseThrow();
    }

    @Test
    void aFigureOpensIntoItsChoices() {
        var unused = train();
        AccuracyReport report = accuracies.kept().orElseThrow();
        RuleAccuracy row = report.rules().getFirst();
        ChoiceListing all = accuracies.open(new Part.OfRule(sorry), Which.ALL, 5);
        assertThat(all.total()).isEqualTo(row.against().items());
        assertThat(all.rows()).hasSize(5).allSatisfy(r -> assertThat(r.vote()).isNotZero());
        ChoiceListing apart = accuracies.open(new Part.OfRule(sorry), Which.APART, 100);
        assertThat(apart.total()).isEqualTo(row.against().apart()).isPositive();
        assertThat(apart.rows()).allSatisfy(r -> assertThat((r.p() - .5) * r.vote()).isNegative());
        ChoiceListing wrong = accuracies.open(new Part.OfPerson("ana"), Which.WRONG, 100);
        assertThat(24 - wrong.total()).isEqualTo((int) (report.model().value() * 24 + .001));
        assertThat(accuracies.open(new Part.OfSlice("short-prompt"), Which.ALL, 100).total())
                .isEqualTo(24);
        assertThat(accuracies.open(new Part.OfRule(new UUID(1, 2)), Which.ALL, 9).total()).isZero();
    }
}
