package dev.whetstone.services.align;

import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.reward.ProjectRewards;
import dev.whetstone.services.reward.Score;
import java.util.List;

/// One version of the project's reward model.
record RewardScorer(ProjectRewards rewards, int version) implements LoopScorer {
    @Override
    public List<Score> score(List<PromptedText> texts, Progress progress) {
        return rewards.score(
                version,
                texts.stream()
                        .map(text -> new ResponseEncoder.Item(text.prompt(), text.response()))
                        .toList(),
                progress);
    }
}
