package dev.whetstone.services.align;

import java.nio.file.Path;

/// Where a run keeps its files. A stage is finished exactly when its last file is there.
record RunFolder(Path root) {
    String name() {
        return String.valueOf(root.getFileName());
    }

    Path settings() {
        return root.resolve("run.json");
    }

    Path rules() {
        return root.resolve("rules.json");
    }

    Path prompts() {
        return root.resolve("prompts.jsonl");
    }

    Path evaluation() {
        return root.resolve("evaluation.jsonl");
    }

    Path report() {
        return root.resolve("report.json");
    }

    Step start() {
        return new Step(root.resolve("start"));
    }

    /// @param number from 1
    Step iteration(int number) {
        return new Step(root.resolve("iteration-" + number));
    }

    Step randomPairs() {
        return new Step(root.resolve("control-random-pairs"));
    }

    /// The files of an iteration, of the start, or of a control.
    record Step(Path folder) {
        Path prompts() {
            return folder.resolve("prompts.jsonl");
        }

        Path generated() {
            return folder.resolve("work/generated.jsonl");
        }

        Path responses() {
            return folder.resolve("responses.jsonl");
        }

        Path pairs() {
            return folder.resolve("pairs.jsonl");
        }

        Path gate() {
            return folder.resolve("gate.json");
        }

        Path trainingPairs() {
            return folder.resolve("work/dpo.jsonl");
        }

        /// The worker's own folder, with checkpoints.
        Path training() {
            return folder.resolve("work/dpo");
        }

        Path adapter() {
            return folder.resolve("adapter");
        }

        Path selfTests() {
            return folder.resolve("self-tests.json");
        }

        Path metrics() {
            return folder.resolve("metrics.jsonl");
        }

        Path evaluationGenerated() {
            return folder.resolve("work/evaluation.jsonl");
        }

        Path evaluation() {
            return folder.resolve("evaluation.jsonl");
        }

        Path logProbRows() {
            return folder.resolve("work/kl-rows.jsonl");
        }

        Path logProbs(String of) {
            return folder.resolve("work/kl-" + of + ".jsonl");
        }

        Path report() {
            return folder.resolve("report.json");
        }
    }
}
