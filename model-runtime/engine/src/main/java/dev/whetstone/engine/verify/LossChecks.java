package dev.whetstone.engine.verify;

import dev.whetstone.engine.control.RunControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `losses`: values, gradients and metrics of each loss. A file of another name fails.
final class LossChecks {
    /// Relative to the recorded value where that is above 1.
    static final double TOLERANCE = 1e-5;

    private LossChecks() {}

    static void run(Path root, Suite suite, RunControl control) throws IOException {
        for (var file : Recorded.list(root.resolve("losses"))) {
            if (!Files.isRegularFile(file)) {
                continue;
            }
            control.throwIfEnded();
            var name = "losses/" + file.getFileName();
            var recorded = Recorded.json(file);
            switch (file.getFileName().toString()) {
                case "dpo.json" -> DpoLossChecks.run(name, recorded, suite);
                case "kto.json" -> KtoLossChecks.run(name, recorded, suite);
                case "orpo-cpo-simpo.json" -> CpoLossChecks.run(root, name, recorded, suite);
                case "reward.json" -> RewardLossChecks.run(name, recorded, suite);
                default -> suite.add(Check.failed(name, "these losses are not supported"));
            }
        }
    }
}
