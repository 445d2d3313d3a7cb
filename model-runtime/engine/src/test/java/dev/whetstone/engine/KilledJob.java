package dev.whetstone.engine;

import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.runtime.model.SftSettings;
import java.nio.file.Path;
import java.util.List;

/// A job of each kind that writes files, and the final names of what it writes.
enum KilledJob {
    GENERATE("responses.jsonl") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.Generate(
                    in.policy(),
                    in.prompts(),
                    out.resolve("responses.jsonl"),
                    3,
                    new Sampling(0.9, 0.95, 0, 0, 1, 24, 3),
                    KilledInputs.ONE);
        }
    },
    LOG_PROBS("logprobs.jsonl") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.LogProbs(
                    in.policy(), in.rows(), out.resolve("logprobs.jsonl"), KilledInputs.ONE);
        }
    },
    SCORE("scores.jsonl") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.Score(
                    ModelRef.of(in.reward()),
                    in.rows(),
                    out.resolve("scores.jsonl"),
                    KilledInputs.ONE);
        }
    },
    TRAIN("dpo/adapter", "dpo/result.json") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.TrainDpo(
                    ModelRef.of(in.model()),
                    in.pairs(),
                    out.resolve("dpo"),
                    KilledInputs.dpo(),
                    KilledInputs.ONE);
        }
    },
    TRAIN_REWARD("reward/model", "reward/adapter", "reward/result.json") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.TrainReward(
                    ModelRef.of(in.model()),
                    in.pairs(),
                    out.resolve("reward"),
                    "",
                    KilledInputs.rewards(),
                    KilledInputs.ONE);
        }
    },
    MERGE("merged") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.Merge(in.policy(), out.resolve("merged"));
        }
    },
    GGUF("model.gguf") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.Gguf(in.policy(), out.resolve("model.gguf"), Job.Gguf.Matrices.F16);
        }
    },
    STARTER("starter") {
        @Override
        Job job(KilledInputs in, Path out) {
            return new Job.TrainStarter(
                    in.corpus(),
                    out.resolve("starter"),
                    TestModel.CHAT.replace("{{ bos_token }}", ""),
                    new SftSettings(32, 1, 2, 1, 64, 320, 64, 0.02, 2, 40, 256, 0.01, 1.0, 10, 7),
                    KilledInputs.ONE);
        }
    };

    private final List<String> finals;

    KilledJob(String... finals) {
        this.finals = List.of(finals);
    }

    /// @param out where to write
    abstract Job job(KilledInputs in, Path out);

    List<String> finals() {
        return finals;
    }
}
