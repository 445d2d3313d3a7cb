package dev.whetstone.services.coverage;

import dev.whetstone.core.mine.Contrast;
import dev.whetstone.core.mine.ContrastWords;
import dev.whetstone.core.mine.Evidence;
import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A rule on one word that a group's choices speak for. With few choices every word speaks for
/// something by chance, so the best must stand against all that were looked at (Bonferroni).
final class FirstRule {
    private static final int LEAST_QUESTIONS = 8;
    private static final double LEVEL = .05;

    private FirstRule() {}

    /// @param judged places of pairs
    /// @return the rule's text; empty where no word tells
    static String of(Ballot ballot, List<Integer> judged) {
        Map<String, Integer> questions = new HashMap<>();
        List<Contrast> choices = new ArrayList<>();
        for (int pair : judged) {
            int side = ballot.choices().side(pair);
            PairView view = ballot.pairs().get(pair);
            int question =
                    questions.computeIfAbsent(
                            PromptGroups.of(view.prompt().text()), text -> questions.size());
            if (side != 0) {
                choices.add(
                        new Contrast(
                                side > 0 ? view.a().text() : view.b().text(),
                                side > 0 ? view.b().text() : view.a().text(),
                                question));
            }
        }
        if (questions.size() < LEAST_QUESTIONS) {
            return "";
        }
        Map<String, Evidence> words = ContrastWords.of(choices, LEAST_QUESTIONS);
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().p() * words.size() <= LEVEL)
                .min(
                        Comparator.comparingDouble(
                                        (Map.Entry<String, Evidence> e) -> e.getValue().p())
                                .thenComparing(Map.Entry::getKey))
                .map(entry -> text(entry.getKey(), entry.getValue()))
                .orElse("");
    }

    private static String text(String word, Evidence evidence) {
        String verdict = evidence.right() > evidence.wrong() ? "good" : "bad";
        return verdict + "(X) when contains(X, \"" + word + "\")";
    }
}
