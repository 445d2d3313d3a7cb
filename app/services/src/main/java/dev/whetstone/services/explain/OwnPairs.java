package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import java.util.List;
import java.util.Optional;

/// The two replies that an explanation speaks of.
final class OwnPairs {
    private OwnPairs() {}

    /// The best reply beside the worst; none where the ranking does not tell them.
    static Optional<PairText> of(Prompt prompt, List<Response> responses, Ranking ranking) {
        List<List<Integer>> tiers = ranking.tiers();
        if (tiers.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                new PairText(
                        prompt.text(),
                        responses.get(tiers.getFirst().getFirst()).text(),
                        responses.get(tiers.getLast().getFirst()).text(),
                        prompt.source()));
    }
}
