package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Understands explanations. [#understand] takes up to 100 ms on 5,000 pairs: call it in the
/// background, latest wins.
public interface Explaining {
    /// Looks at every text once, and reads ahead, so that the first sentence is understood as fast
    /// as later ones. Takes seconds, so not for a screen's thread.
    void prepare();

    /// @param ranking the choice it explains, stored indexes; [Ranking#NONE] when not chosen yet
    /// @param answers answers given so far, by question id
    Understanding understand(
            UUID comparisonId,
            Ranking ranking,
            Explanation explanation,
            Map<String, String> answers);

    /// What can follow a sentence that is not yet one rule.
    Clarifying clarifying();

    /// The one question that follows a saved sentence with two meanings.
    Asking asking();

    /// Reads explanations that belong to no comparison of the project, with its word lists.
    ExplanationFile sentences();

    /// Makes the candidate's rule active, with the explanation as its source. When the judgement is
    /// still under way, [#judged] names it as the source later.
    ///
    /// @return the rule's id
    UUID accept(UUID comparisonId, Explanation explanation, Candidate candidate);

    /// A judgement of this comparison was saved: rules that were accepted while it was under way
    /// get its explanation as their source, also when the program was closed in between.
    void judged(UUID comparisonId);

    /// Sentences whose rule waits for a person, in the order of the judgements. Reads every
    /// explanation once, some milliseconds each, and only counts votes when it is asked again; not
    /// for a screen's thread.
    List<Waiting> waiting(ReadingProgress progress);

    /// Hears how many explanations were read, on the thread that reads.
    @FunctionalInterface
    interface ReadingProgress {
        void read(int done, int of);
    }

    /// Remembers that this candidate is not wanted for this comparison.
    void ignore(UUID comparisonId, Explanation explanation, Candidate candidate);

    /// Reads the explanations of all judgements and makes rules of those readings that pass every
    /// filter with nothing skipped and no question open. A reading that says what a rule of the
    /// project already says adds none.
    Acceptance acceptSafe();

    /// What became of the explanations.
    ///
    /// @param explanations judgements with a text
    /// @param rules new rules, in the order of the judgements
    /// @param supported explanations that a rule of the project already said
    /// @param waiting explanations whose reading waits for a person
    /// @param unread explanations without any reading
    record Acceptance(int explanations, List<UUID> rules, int supported, int waiting, int unread) {
        public Acceptance {
            rules = List.copyOf(rules);
        }
    }
}
