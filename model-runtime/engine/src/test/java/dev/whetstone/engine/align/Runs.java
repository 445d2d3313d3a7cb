package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Small trainings of the recorded Llama, what they leave, and ways to disturb them.
final class Runs {
    static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    static final ModelRef LLAMA = ModelRef.of(Golden.folder().resolve("checkpoints/llama"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MUCH = 10_000_000;

    private Runs() {}

    /// Three epochs, a checkpoint every second step.
    static DpoSettings settings(LossType loss, int pairsPerStep) {
        return new DpoSettings(
                LossSettings.of(loss),
                new LoraSettings(4, 8, List.of()),
                5e-3,
                "cosine",
                1,
                3,
                pairsPerStep,
                64,
                1,
                0.01,
                2,
                11);
    }

    static DpoResult train(Path out, List<TokenPair> pairs, DpoSettings settings) {
        return train(out, pairs, settings, usual(), RunControl.NONE);
    }

    static DpoResult train(
            Path out,
            List<TokenPair> pairs,
            DpoSettings settings,
            StepPass.Maker passes,
            RunControl control) {
        return DpoTrainer.run(LLAMA, ONE_THREAD, pairs, settings, out, passes, control);
    }

    static StepPass.Maker usual() {
        return (learner, optimizer, scorer) -> new DpoStep(learner, optimizer, scorer)::run;
    }

    /// What a pass does to a step's gradients once they are computed.
    interface Disturbance {
        /// @param call from 1; the first is the trial step
        DpoStep.Outcome after(int call, DpoStep.Outcome outcome, Scope scope, StepPlan plan);
    }

    static StepPass.Maker disturbed(Disturbance disturbance) {
        int[] calls = {0};
        return (learner, optimizer, scorer) -> {
            StepPass real = new DpoStep(learner, optimizer, scorer)::run;
            return (scope, pairs, plan) ->
                    disturbance.after(++calls[0], real.run(scope, pairs, plan), scope, plan);
        };
    }

    /// Asks libtorch for 400 TB, more than the addresses of a process: it answers as it does when
    /// memory runs out.
    static DpoStep.Outcome exhaustMemory(Scope scope) {
        try (Program program =
                Program.compile(
                        scope,
                        """
                          def much(self: __torch__.M, n: int) -> Tensor:
                            return torch.zeros([n, n], dtype=6)
                        """)) {
            Tensor never = program.call("much").with(MUCH).compute(scope).getFirst();
            throw new AssertionError("memory did not run out: " + never.size());
        }
    }

    /// Remembers what it is told.
    static final class Told implements RunControl {
        final List<String> notices = new ArrayList<>();

        @Override
        public Signal atSafePoint() {
            return Signal.GO_ON;
        }

        @Override
        public void progress(String stage, long done, long total, Map<String, Double> metrics) {}

        @Override
        public void notice(String words) {
            notices.add(words);
        }
    }

    static Path adapter(Path out) {
        return out.resolve("adapter/adapter_model.safetensors");
    }

    static List<String> metrics(Path out) throws IOException {
        return Files.readAllLines(out.resolve("metrics.jsonl"));
    }

    /// The one checkpoint of a run.
    static Path checkpoint(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out.resolve("checkpoint"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("step-"))
                    .reduce(
                            (one, other) -> {
                                throw new AssertionError(one + " and " + other);
                            })
                    .orElseThrow();
        }
    }

    static JsonNode state(Path out) throws IOException {
        return JSON.readTree(checkpoint(out).resolve("state.json").toFile());
    }
}
