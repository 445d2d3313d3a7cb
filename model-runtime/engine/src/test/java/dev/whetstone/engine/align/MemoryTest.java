package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DpoSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trainings in which memory runs out, by real failures of libtorch and of Java.
class MemoryTest {
    /// Their micro-batch has about 1,400 tokens, so that a limit of 512 cuts it.
    private static final List<TokenPair> MANY = Pairs.random(40, 5);

    private static final DpoSettings WIDE = Runs.settings(LossType.SIGMOID, 40);
    private static final List<TokenPair> FEW = Pairs.random(12, 1);
    private static final DpoSettings NARROW = Runs.settings(LossType.SIGMOID, 4);

    @TempDir Path folder;

    private static Runs.Disturbance above(int tokens, int fromCall) {
        return (call, outcome, scope, plan) ->
                call >= fromCall && plan.tokens() > tokens ? Runs.exhaustMemory(scope) : outcome;
    }

    @Test
    void aStepThatFailedLeavesNothingBehind() throws IOException {
        Path calm = folder.resolve("calm");
        Path short_ = folder.resolve("short");
        Runs.train(calm, FEW, NARROW);
        Runs.Told told = new Runs.Told();
        // these pairs fit into either micro-batch, so that the same is computed twice
        Runs.train(short_, FEW, NARROW, Runs.disturbed(above(512, 5)), told);
        assertThat(Runs.adapter(short_)).hasSameBinaryContentAs(Runs.adapter(calm));
        assertThat(told.notices)
                .containsExactly(
                        "Memory ran out in step 4. Nothing is lost: it is done again with fewer"
                                + " texts at once (512 tokens at a time), which takes longer and"
                                + " learns the same.");
    }

    @Test
    void eachChangeIsInTheMetrics() throws IOException {
        Runs.train(folder, FEW, NARROW, Runs.disturbed(above(512, 5)), RunControl.NONE);
        List<String> lines = Runs.metrics(folder);
        assertThat(lines.subList(0, 3)).noneMatch(line -> line.contains("memory/"));
        assertThat(lines.subList(3, 9))
                .allMatch(line -> line.contains("\"memory/changes\":1.0"))
                .allMatch(line -> line.contains("\"memory/tokens_at_once\":512.0"));
    }

    @Test
    void javaMayRunOutToo() throws IOException {
        Path calm = folder.resolve("calm");
        Path short_ = folder.resolve("short");
        Runs.train(calm, FEW, NARROW);
        Runs.train(
                short_,
                FEW,
                NARROW,
                Runs.disturbed(
                        (call, outcome, scope, plan) -> {
                            if (call == 6) {
                                throw new OutOfMemoryError("Java heap space");
                            }
                            return outcome;
                        }),
                RunControl.NONE);
        assertThat(Runs.adapter(short_)).hasSameBinaryContentAs(Runs.adapter(calm));
    }

    @Test
    void theTrialStepFindsTheSmallerPlanBeforeTheFirstStep() throws IOException {
        Runs.Told told = new Runs.Told();
        Runs.train(folder, MANY, WIDE, Runs.disturbed(above(512, 1)), told);
        assertThat(told.notices)
                .hasSize(1)
                .allMatch(notice -> notice.contains("in a trial step of the longest pairs"));
        assertThat(Runs.metrics(folder))
                .allMatch(line -> line.contains("\"memory/tokens_at_once\":512.0"));
    }

    @Test
    void aRunThatResumesKeepsThePlanAndRepeatsToTheLastBit() throws IOException {
        Path whole = folder.resolve("whole");
        Path cut = folder.resolve("cut");
        DpoSettings seldom = withCheckpointEvery(WIDE, 100);
        Runs.train(whole, MANY, seldom, Runs.disturbed(above(512, 3)), RunControl.NONE);
        // dies right after the change, before any later checkpoint
        assertThatThrownBy(
                        () ->
                                Runs.train(
                                        cut,
                                        MANY,
                                        seldom,
                                        Runs.disturbed(
                                                (call, outcome, scope, plan) -> {
                                                    if (plan.tokens() == 512) {
                                                        throw new RunCancelled();
                                                    }
                                                    return call >= 3
                                                            ? Runs.exhaustMemory(scope)
                                                            : outcome;
                                                }),
                                        RunControl.NONE))
                .isInstanceOf(RunCancelled.class);
        assertThat(Runs.state(cut).path("plan").path("tokens").asInt()).isEqualTo(512);
        Runs.train(cut, MANY, seldom);
        assertThat(Runs.metrics(cut)).isEqualTo(Runs.metrics(whole));
        assertThat(Runs.adapter(cut)).hasSameBinaryContentAs(Runs.adapter(whole));
    }

    @Test
    void atTheEndOfTheLadderItStopsWithAdviceAndCanGoOn() throws IOException {
        Runs.Told told = new Runs.Told();
        assertThatThrownBy(() -> Runs.train(folder, FEW, NARROW, Runs.disturbed(above(0, 5)), told))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo("out-of-memory");
                            assertThat(failure).hasMessageContaining("step 4");
                            assertThat(failure.advice()).contains("--max-tokens", "resume");
                        });
        assertThat(told.notices)
                .hasSize(5)
                .anyMatch(notice -> notice.contains("each layer computed a second time"))
                .last()
                .asString()
                .contains("scores of 32 tokens at a time");
        assertThat(Runs.state(folder).path("step").asInt()).isEqualTo(3);
        assertThat(Runs.train(folder, FEW, NARROW).steps()).isEqualTo(9);
    }

    @Test
    void otherFailuresAreNoReasonToTryAgain() {
        assertThatThrownBy(
                        () ->
                                Runs.train(
                                        folder,
                                        FEW,
                                        NARROW,
                                        Runs.disturbed(
                                                (call, outcome, scope, plan) -> {
                                                    throw new IllegalStateException("a bug");
                                                }),
                                        RunControl.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
    }

    private static DpoSettings withCheckpointEvery(DpoSettings of, int steps) {
        return new DpoSettings(
                of.loss(),
                of.lora(),
                of.learningRate(),
                of.schedule(),
                of.warmupSteps(),
                of.epochs(),
                of.pairsPerStep(),
                of.maxTokens(),
                of.gradClip(),
                of.weightDecay(),
                steps,
                of.seed());
    }
}
