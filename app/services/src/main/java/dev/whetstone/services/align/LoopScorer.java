package dev.whetstone.services.align;

import dev.whetstone.services.job.Progress;
import dev.whetstone.services.reward.Score;
import java.util.List;

/// The reward model that a run uses from its start to its end.
public interface LoopScorer {
    int version();

    /// Scores in log-odds: p(A preferred) of two responses to one prompt is σ(score A - score B).
    ///
    /// @return one a text
    List<Score> score(List<PromptedText> texts, Progress progress) throws InterruptedException;

    record PromptedText(String prompt, String response) {}
}
