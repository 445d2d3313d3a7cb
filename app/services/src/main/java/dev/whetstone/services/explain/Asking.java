package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Step;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The one short question that follows a saved sentence with two meanings. Finding it counts
/// votes: some milliseconds, not for a screen's thread. Writes are durable on return.
public interface Asking {
    /// What to ask about a saved sentence; empty when words of it are not understood yet, when one
    /// meaning is left that speaks for the chosen reply, when no other pairs tell two meanings
    /// apart, when they part on less than a tenth of their votes, or when a rule of the project
    /// already says one of them.
    ///
    /// @param answers given while the sentence was written, by question id
    Optional<Asked> question(
            UUID comparisonId, Explanation explanation, Map<String, String> answers, Desk desk);

    /// Saves the answer as this person's judgement of the deciding pair, and makes the meaning that
    /// it speaks for an active rule. When it speaks for neither, both are left out and the sentence
    /// stays a note.
    ///
    /// @param better stored indexes of the deciding pair's comparison
    /// @return the meaning that is a rule now
    /// @throws dev.whetstone.services.failure.ServiceException `judgement.empty` when it ranks
    ///     nothing
    Optional<Candidate> answer(Asked asked, Ranking better, Desk desk);

    /// An action was taken back: the rule that it made is paused, meanings that it left out wait
    /// again.
    void takenBack(Step step);

    /// The same action was done again.
    void doneAgain(Step step);
}
