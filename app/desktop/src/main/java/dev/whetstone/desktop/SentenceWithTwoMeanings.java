package dev.whetstone.desktop;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.explain.Waiting;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Saved;
import dev.whetstone.services.judge.Showing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A saved sentence about whose two meanings there is something to ask: one of the project's that
/// waits, or else one of ours, written about a comparison that it fits. Writes judgements.
///
/// @param comparison what the sentence explains
record SentenceWithTwoMeanings(UUID comparison, Explanation sentence) {
    private static final int COMPARISONS = 30;
    private static final List<String> OURS =
            List.of(
                    "It does not name both the claim reference and the next steps.",
                    "It isn't polite or friendly.",
                    "It tells the customer to call us.");

    /// Not for the JavaFX thread.
    static Optional<SentenceWithTwoMeanings> in(ProjectServices services, Desk desk) {
        return services.explaining().waiting((done, of) -> {}).stream()
                .map(SentenceWithTwoMeanings::of)
                .filter(each -> each.isAskedAbout(services, desk))
                .findFirst()
                .or(() -> written(services, desk));
    }

    private static SentenceWithTwoMeanings of(Waiting waiting) {
        return new SentenceWithTwoMeanings(waiting.comparisonId(), waiting.explanation());
    }

    private static Optional<SentenceWithTwoMeanings> written(ProjectServices services, Desk desk) {
        for (int i = 0; i < COMPARISONS; i++) {
            Optional<Showing> showing = desk.next();
            if (showing.isEmpty()) {
                break;
            }
            for (String text : OURS) {
                for (int loser = 0; loser < 2; loser++) {
                    var said = new Explanation(Box.WORSE, text, List.of(), List.of());
                    Saved unused =
                            desk.save(
                                    new Draft(
                                            Ranking.prefer(1 - loser, loser),
                                            Strength.UNSAID,
                                            Acceptable.UNSAID,
                                            false,
                                            said));
                    var sentence =
                            new SentenceWithTwoMeanings(showing.get().comparison().id(), said);
                    if (sentence.isAskedAbout(services, desk)) {
                        return Optional.of(sentence);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAskedAbout(ProjectServices services, Desk desk) {
        return services.explaining()
                .asking()
                .question(comparison, sentence, Map.of(), desk)
                .isPresent();
    }
}
