package dev.whetstone.services.reward;

import dev.whetstone.services.job.JobHandle;
import java.util.List;
import java.util.Optional;

/// The project's reward models.
public interface Rewards {
    /// Trains a new version on choices and on the labels of rules, and measures it by
    /// cross-validation over prompts.
    JobHandle<RewardVersion> train(long seed);

    /// Oldest first.
    List<RewardVersion> versions();

    Optional<RewardVersion> newest();

    /// Scores responses to one prompt, e.g. for best-of-n.
    JobHandle<List<Score>> score(String prompt, List<String> responses);

    /// Scores any responses by the newest version.
    JobHandle<List<Score>> scoreRows(List<ResponseRow> rows);

    /// Measures this way of training on the project's choices and rules, and keeps nothing.
    JobHandle<RewardReport> evaluate(int folds, long seed);

    JobHandle<Why> why(String prompt, String response);

    /// Every response of the project.
    JobHandle<List<ScoredText>> scoreAll();
}
