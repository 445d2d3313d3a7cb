package dev.whetstone.services.worker;

import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;

/// The same job on the processor, for where the GPU does not answer.
final class OnProcessor {
    private OnProcessor() {}

    /// A benchmark stays where it is: its figures would be told for another device.
    static Job of(Job job) {
        return switch (job) {
            case Job.Generate(var model, var prompts, var out, int n, var sampling, var device) ->
                    new Job.Generate(model, prompts, out, n, sampling, cpu(device));
            case Job.LogProbs(var model, var rows, var out, var ids, var device) ->
                    new Job.LogProbs(model, rows, out, ids, cpu(device));
            case Job.TrainDpo(var model, var pairs, var out, var settings, var device) ->
                    new Job.TrainDpo(model, pairs, out, settings, cpu(device));
            case Job.TrainStarter(var corpus, var out, var template, var settings, var device) ->
                    new Job.TrainStarter(corpus, out, template, settings, cpu(device));
            case Job.TrainReward(
                            var model,
                            var pairs,
                            var out,
                            var padding,
                            var settings,
                            var device) ->
                    new Job.TrainReward(model, pairs, out, padding, settings, cpu(device));
            case Job.Score(var model, var rows, var out, var device) ->
                    new Job.Score(model, rows, out, cpu(device));
            case Job.Classify(var folder, var label, var texts, var out, var device) ->
                    new Job.Classify(folder, label, texts, out, cpu(device));
            case Job.Memory(var model, var workload, var device) ->
                    new Job.Memory(model, workload, cpu(device));
            case Job.Embed _,
                    Job.Inspect _,
                    Job.Verify _,
                    Job.Merge _,
                    Job.Gguf _,
                    Job.Bench _,
                    Job.Probe _ ->
                    job;
        };
    }

    private static Device cpu(Device device) {
        return new Device(Device.CPU.name(), device.threads(), device.dtype());
    }
}
