package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// An argument or result handle that is not freed costs 12 KB a call: thousands of calls would show
/// as tens of megabytes outside the Java heap.
class LeakTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long LIMIT = 24L << 20;

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryStaysFlatOverManyStepsAndCalls() throws IOException {
        ModelRef base = ModelRef.of(Golden.folder().resolve("checkpoints/llama"));
        try (Decoder decoder = Decoder.load(base, new Device("cpu", 1, DType.FP32))) {
            List<AdapterModule> modules =
                    LoraInit.choose(decoder.linearLayers(), List.of("q_proj"), 2, 4);
            List<Tensor> adapter = new LoraInit(1).draw(decoder.scope(), modules);
            Learner learner = new AdapterLearner(decoder.forward(modules, adapter), adapter);
            AdamW optimizer = new AdamW(decoder.scope(), adapter, learner.decays(), 0);
            PairScorer scorer =
                    new PairScorer(
                            decoder,
                            Objective.of(LossSettings.of(LossType.SIGMOID).with(Weighting.WPO)));
            DpoStep step = new DpoStep(learner, optimizer, scorer);
            List<TokenPair> pairs = Pairs.random(2, 1);
            Forward plain = decoder.forward();
            work(decoder, plain, step, optimizer, pairs, 500);
            long before = nativeBytes();
            work(decoder, plain, step, optimizer, pairs, 4500);
            assertThat(nativeBytes() - before).isLessThan(LIMIT);
        }
    }

    private static void work(
            Decoder decoder,
            Forward plain,
            DpoStep step,
            AdamW optimizer,
            List<TokenPair> pairs,
            int times) {
        TokenBatch row = TokenBatch.of(List.of(pairs.getFirst().chosenCompletion()));
        List<StepPair> scored =
                pairs.stream()
                        .map(pair -> new StepPair(pair, new ReferenceScore(-20, -20), List.of()))
                        .toList();
        for (int i = 0; i < times; i++) {
            try (Scope scope = decoder.scope().inner()) {
                DpoStep.Outcome outcome = step.run(scope, scored, StepPlan.usual(scope));
                optimizer.clip(scope, outcome.gradients(), 1);
                optimizer.step(outcome.gradients(), 1e-4);
                plain.score(plain.hidden(scope, row), row);
            }
        }
    }

    /// Resident memory without the Java heap.
    private static long nativeBytes() throws IOException {
        System.gc();
        String resident =
                Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .findFirst()
                        .orElseThrow();
        long bytes = 1024 * Long.parseLong(resident.replaceAll("\\D", ""));
        return bytes - Runtime.getRuntime().totalMemory();
    }
}
