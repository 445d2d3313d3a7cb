package dev.whetstone.services.align;

import dev.whetstone.runtime.memory.Workload;
import java.util.List;

/// What the stages of a run ask of memory.
final class RunMemory {
    /// Letters of a token, at least: prompts are not tokenized to tell what they need.
    private static final int LETTERS = 3;

    private RunMemory() {}

    static List<Workload> of(AlignSettings settings, PromptSplit split) {
        int letters =
                split.loop().stream().mapToInt(prompt -> prompt.text().length()).max().orElse(0);
        int most = settings.dpo().maxTokens();
        int responses = settings.sampling().maxNewTokens();
        int prompt = Math.clamp(letters / LETTERS, 1, Math.max(1, most - 1));
        int pair = Math.min(most, prompt + responses);
        return List.of(
                new Workload.Generate(
                        Math.max(1, Math.min(settings.promptsPerIteration(), split.loop().size())),
                        settings.samples(),
                        prompt,
                        responses),
                new Workload.TrainDpo(
                        settings.dpo().lora().rank(),
                        settings.dpo().pairsPerStep(),
                        Math.min(prompt, pair - 1),
                        pair));
    }
}
