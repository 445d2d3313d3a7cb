package dev.whetstone.services.coverage;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.pair.PairRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All methods count votes when they are out of date: call in the background. What was counted,
/// fitted and grouped is kept while votes and choices stay as they are.
public interface Coverage {
    /// Of all pairs, with everything.
    default CoverageReport report() {
        return report(View.ALL, Depth.HELD_OUT);
    }

    /// @throws dev.whetstone.services.failure.ServiceException `coverage.slice` for an unknown one,
    ///     `label.model` when the model cannot be fitted
    CoverageReport report(View view, Depth depth);

    /// @param limit most rows
    Listing open(View view, Cell cell, int limit);

    /// The slices that this project has, all pairs first.
    List<Slice> slices();

    /// Coverage of every slice, the labels' accuracy by predictions held out.
    List<SliceRow> bySlice(ModelChoice model);

    /// The models of the chooser, compared on all choices.
    Diagnosis diagnose();

    /// Why this p: votes, weights and choices.
    Optional<PairLabel> explain(PairRef pair, ModelChoice model);

    /// The pairs of the view that no rule votes on, in groups by the words of their prompts.
    Uncovered uncovered(View view);

    /// The same by the meaning of their prompts, for which the sentence encoder is started; by
    /// their words, which [Uncovered#encoder] says, where it cannot be.
    JobHandle<Uncovered> uncoveredByMeaning(View view);

    /// How far the experts agree on pairs of the view.
    Agreement agreement(View view);

    /// Puts a comparison back in the queue of everyone who judged it until now.
    void askAgain(UUID comparison);

    /// Leaves a comparison out of the training of reward models, choices and rules' labels
    /// alike. It stays in every figure of coverage.
    void leaveOut(UUID comparison);

    /// Takes it in again.
    void takeIn(UUID comparison);
}
