package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.text.match.LiteralFinder;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.rules.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Looks for words of a rule that stand with one prompt only: a name, a number, a place. Such a
/// rule knows the answer to one question and nothing of others.
final class LeakFilter {
    /// With fewer prompts every word is rare.
    private static final int LEAST_PROMPTS = 5;

    private final List<PairView> pairs;
    private final List<PairFeatures> features;

    LeakFilter(List<PairView> pairs, List<PairFeatures> features) {
        this.pairs = pairs;
        this.features = features;
    }

    void check(Examined rule, List<Finding> findings) {
        Set<UUID> prompts = new HashSet<>();
        pairs.forEach(pair -> prompts.add(pair.prompt().id()));
        if (prompts.size() < LEAST_PROMPTS) {
            return;
        }
        for (String literal : literals(rule.rule())) {
            List<PairRef> found = new ArrayList<>();
            if (standsWithOnePrompt(literal, found)) {
                findings.add(
                        new Finding(
                                Kind.LEAK,
                                "narrow: “"
                                        + literal
                                        + "” stands with one prompt only, so this may be a fact of that"
                                        + " case rather than a rule",
                                found));
            }
        }
    }

    private static Set<String> literals(Rule rule) {
        Set<String> literals = new LinkedHashSet<>();
        Terms.visit(
                rule,
                term -> {
                    if (term instanceof Pattern.Literal(var text)) {
                        literals.add(text);
                    }
                });
        return literals;
    }

    private boolean standsWithOnePrompt(String literal, List<PairRef> found) {
        LiteralFinder finder = LiteralFinder.inflected(literal);
        Set<UUID> with = new HashSet<>();
        for (int row = 0; row < pairs.size(); row++) {
            PairFeatures texts = features.get(row);
            if (finder.occursIn(texts.prompt())
                    || finder.occursIn(texts.first())
                    || finder.occursIn(texts.second())) {
                with.add(pairs.get(row).prompt().id());
                found.add(pairs.get(row).ref());
                if (with.size() > 1) {
                    return false;
                }
            }
        }
        return with.size() == 1;
    }
}
