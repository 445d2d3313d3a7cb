package dev.whetstone.engine.job;

import dev.whetstone.engine.bench.BenchJob;
import dev.whetstone.engine.encoder.EmbedJob;
import dev.whetstone.engine.memory.MemoryJob;
import dev.whetstone.engine.probe.ProbeJob;
import dev.whetstone.engine.verify.VerifyJob;
import dev.whetstone.engine.worker.JobHandlers;
import dev.whetstone.runtime.job.Job;

/// All that this engine can do.
public final class Handlers {
    private Handlers() {}

    public static JobHandlers all() {
        return JobHandlers.builder()
                .on(Job.Embed.class, new EmbedJob()::run)
                .on(Job.Generate.class, new GenerateJob())
                .on(Job.LogProbs.class, new LogProbsJob())
                .on(Job.TrainDpo.class, new TrainDpoJob())
                .on(Job.TrainReward.class, new TrainRewardJob())
                .on(Job.TrainStarter.class, new TrainStarterJob())
                .on(Job.Inspect.class, new InspectJob())
                .on(Job.Merge.class, new MergeJob())
                .on(Job.Gguf.class, new GgufJob())
                .on(Job.Score.class, new ScoreJob())
                .on(Job.Classify.class, new ClassifyJob())
                .on(Job.Verify.class, new VerifyJob())
                .on(Job.Bench.class, new BenchJob())
                .on(Job.Memory.class, new MemoryJob())
                .on(Job.Probe.class, new ProbeJob())
                .build();
    }
}
