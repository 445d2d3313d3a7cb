package dev.whetstone.core.lf.vote;

import dev.whetstone.core.asked.StatedConstraints;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Constraints that a prompt states, held against a response.
final class MetConstraints {
    private static final TextFeatures NO_SOURCE = new TextFeatures("");

    private MetConstraints() {}

    static int stated(TextFeatures prompt) {
        return StatedConstraints.in(prompt).size();
    }

    /// How many are met; unknown where one of them cannot be told, which only a language can be.
    static double count(Frame frame, @Nullable TextFeatures text, @Nullable TextFeatures prompt) {
        if (text == null || prompt == null) {
            return Double.NaN;
        }
        int met = 0;
        for (CompiledRule constraint : constraints(prompt)) {
            Satisfaction found = constraint.satisfaction(prompt, text, NO_SOURCE);
            if (found == Satisfaction.UNKNOWN) {
                frame.report(Abstention.UNKNOWN_LANGUAGE);
                return Double.NaN;
            }
            met += found == Satisfaction.MET ? 1 : 0;
        }
        return met;
    }

    /// Compiled once a prompt, with finders of its own, which go when the prompt's features go.
    private static List<CompiledRule> constraints(TextFeatures prompt) {
        return prompt.memo(
                "met constraints",
                text -> {
                    RuleCompiler compiler = new RuleCompiler(Concepts.NONE);
                    return StatedConstraints.in(text).stream()
                            .map(each -> new Rule.Judge(Verdict.GOOD, each.condition()))
                            .map(compiler::compile)
                            .toList();
                });
    }
}
