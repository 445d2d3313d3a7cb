package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each self-test passes on what is right and fails on what is not.
class SelfTestsTest {
    private static final List<TokenPair> PAIRS = Pairs.random(12, 1);
    private static final LoraInit INIT = new LoraInit(7);

    @TempDir Path folder;
    private Decoder decoder;
    private List<AdapterModule> modules;
    private Learner learner;
    private AdamW optimizer;
    private DpoSelfTests tests;

    @BeforeEach
    void load() {
        decoder = Decoder.load(Runs.LLAMA, Runs.ONE_THREAD);
        modules = LoraInit.choose(decoder.linearLayers(), List.of(), 4, 8);
        List<Tensor> adapter = INIT.draw(decoder.scope(), modules);
        learner = new AdapterLearner(decoder.forward(modules, adapter), adapter);
        optimizer = new AdamW(decoder.scope(), learner.parameters(), learner.decays(), 0);
        tests = new DpoSelfTests(decoder, Runs.LLAMA, modules, learner.parameters(), PAIRS);
    }

    @AfterEach
    void close() {
        decoder.close();
    }

    private DpoStart start() {
        return new DpoStart(
                decoder,
                modules,
                INIT,
                learner,
                optimizer,
                new PairScorer(decoder, Objective.of(LossSettings.of(LossType.SIGMOID))),
                tests);
    }

    /// Makes the adapter do something.
    private void train() {
        Random random = new Random(5);
        for (int i = 1; i < learner.parameters().size(); i += 2) {
            Tensor b = learner.parameters().get(i);
            float[] values = new float[(int) b.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) (0.05 * random.nextGaussian());
            }
            optimizer.fill(b, decoder.scope().floats(values, b.shape()));
        }
    }

    @Test
    void paddingFailsWhereScoresDependOnTheRowsBeside() {
        DpoSelfTests.RowScores right = tests.of(learner.policy());
        assertThat(tests.padding(right).passed()).isTrue();
        DpoSelfTests.RowScores wrong =
                rows -> {
                    List<float[]> scores = right.of(rows);
                    scores.getFirst()[0] += rows.size() > 1 ? 0.01f : 0;
                    return scores;
                };
        SelfTest failed = tests.padding(wrong);
        assertThat(failed.passed()).isFalse();
        assertThatThrownBy(failed::require)
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("self-test"))
                .hasMessageContaining("Padding does not change a score");
    }

    @Test
    void theStartFailsWhereTheAdapterAlreadyChangesScores() {
        Forward base = decoder.forward();
        assertThat(start().startIsReference(base, PAIRS.subList(0, 4), 1e-3).passed()).isTrue();
        train();
        assertThat(start().startIsReference(base, PAIRS.subList(0, 4), 1e-3).passed()).isFalse();
    }

    @Test
    void theProbePassesAndLeavesTheAdapterAsItWasDrawn() throws IOException {
        List<float[]> before = learner.parameters().stream().map(Tensor::floats).toList();
        assertThat(start().probe(Files.createDirectories(folder.resolve("probe"))))
                .allMatch(SelfTest::passed)
                .extracting(SelfTest::name)
                .containsExactly("padding", "probe-reloaded");
        for (int i = 0; i < before.size(); i++) {
            assertThat(learner.parameters().get(i).floats()).containsExactly(before.get(i));
        }
    }

    @Test
    void readingBackFailsWhereTheFileHoldsAnotherAdapter() throws IOException {
        train();
        Path right = Files.createDirectories(folder.resolve("right"));
        tests.write(right);
        Path other = Files.createDirectories(folder.resolve("other"));
        float[] values = learner.parameters().get(1).floats();
        values[0] += 0.5f;
        Tensor b = learner.parameters().get(1);
        Tensor kept = decoder.scope().floats(b.floats(), b.shape());
        optimizer.fill(b, decoder.scope().floats(values, b.shape()));
        tests.write(other);
        optimizer.fill(b, kept);
        assertThat(tests.reloadedAndMerged(learner.policy(), other))
                .extracting(SelfTest::passed)
                .containsExactly(false, false);
        assertThat(PeftAdapter.open(right).modules()).hasSize(modules.size());
    }

    @Test
    void readingBackAndMergingPassOnWhatWasWritten() throws IOException {
        train();
        Path right = Files.createDirectories(folder.resolve("right"));
        tests.write(right);
        assertThat(tests.reloadedAndMerged(learner.policy(), right))
                .allMatch(SelfTest::passed)
                .extracting(SelfTest::name)
                .containsExactly("adapter-reloaded", "merged-equals-adapter");
    }

    @Test
    void mergingFailsWhereTheWeightsAreNotThoseOfBaseAndAdapter() throws IOException {
        train();
        Path right = Files.createDirectories(folder.resolve("right"));
        tests.write(right);
        // twice over
        decoder.merge(Runs.LLAMA, PeftAdapter.open(right));
        List<SelfTest> found = tests.reloadedAndMerged(plain(), right);
        assertThat(found.getLast().name()).isEqualTo("merged-equals-adapter");
        assertThat(found.getLast().passed()).isFalse();
    }

    /// The weights as they are, without an adapter.
    private Forward plain() {
        return decoder.forward();
    }

    @Test
    void theReferenceFailsWhereItsWeightsChanged() throws IOException {
        List<List<Completion>> none = new ArrayList<>();
        PAIRS.forEach(pair -> none.add(List.of()));
        Forward base = decoder.forward();
        References references =
                References.of(
                        folder.resolve("reference.safetensors"),
                        "f",
                        PAIRS,
                        none,
                        Objective.of(LossSettings.of(LossType.SIGMOID)),
                        base,
                        decoder.scope(),
                        RunControl.NONE);
        assertThat(references.unchanged(base, decoder.scope(), PAIRS)).allMatch(SelfTest::passed);
        decoder.merge(Runs.LLAMA, PeftAdapter.open(Golden.folder().resolve("lora/llama-all")));
        assertThat(references.unchanged(decoder.forward(), decoder.scope(), PAIRS))
                .extracting(SelfTest::name, SelfTest::passed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("reference-unchanged", false));
    }

    /// Before the reference scores of all pairs are computed, and before the first step.
    @Test
    void aFailureAtTheStartComesBeforeAnyWork() {
        assertThatThrownBy(
                        () ->
                                DpoTrainer.run(
                                        Runs.LLAMA,
                                        Runs.ONE_THREAD,
                                        PAIRS,
                                        Runs.settings(LossType.SIGMOID, 4),
                                        folder,
                                        (learns, steps, scorer) -> {
                                            // an adapter that is not zero at the start
                                            Tensor b = learns.parameters().get(1);
                                            float[] ones = new float[(int) b.size()];
                                            java.util.Arrays.fill(ones, 0.1f);
                                            return (scope, pairs, plan) -> {
                                                steps.fill(b, scope.floats(ones, b.shape()));
                                                return new DpoStep(learns, steps, scorer)
                                                        .run(scope, pairs, plan);
                                            };
                                        },
                                        RunControl.NONE))
                .hasMessageContaining("scores as its reference does");
        assertThat(folder.resolve("adapter")).doesNotExist();
        assertThat(folder.resolve("metrics.jsonl")).doesNotExist();
    }
}
