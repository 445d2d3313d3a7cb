package dev.whetstone.services.align;

import dev.whetstone.runtime.loss.LossSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Where a run stands on the disk.
///
/// @param loss what it trains with
/// @param iteration the one under work, from 1; equals the number of iterations when done
public record RunStatus(
        String run,
        Path folder,
        Instant started,
        LossSettings loss,
        int iteration,
        Stage stage,
        int iterations,
        int kept,
        List<IterationReport> finished) {
    public RunStatus {
        finished = List.copyOf(finished);
    }

    public boolean isDone() {
        return stage == Stage.DONE;
    }
}
