package dev.whetstone.services.reward;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.lf.SlotDefaults;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.reward.FeatureVector;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.ResponseFeatures;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.core.text.FeatureCache;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.detect.LiveDetectors;
import dev.whetstone.services.job.Progress;
import java.util.ArrayList;
import java.util.List;

/// Each rule's word on a response alone: 1 it keeps the rule, -1 it breaks it, 0 the rule does not
/// apply or cannot tell. Rules that only compare say nothing and are left out.
public final class RuleFeatures implements ResponseFeatures {
    private static final long CACHE_CHARS = 20_000_000;
    private static final TextFeatures NO_SOURCE = new TextFeatures("");

    private final List<String> names = new ArrayList<>();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final FeatureCache cache = new FeatureCache(CACHE_CHARS);

    /// @param detectors that the rules ask
    RuleFeatures(RulesFile file, Detectors detectors) {
        RuleCompiler compiler =
                new RuleCompiler(StarterConcepts.concepts().overlaidBy(file.concepts()), detectors);
        for (RulesFile.NamedRule rule : file.rules()) {
            names.add(RULE_PREFIX + rule.name());
            rules.add(compiler.compile(rule.rule(), SlotDefaults.of(rule.rule())));
        }
    }

    /// What a reward model sees of a response beside its embedding: measures of the text, then the
    /// rules.
    ///
    /// @param detectors that the rules ask
    private static ResponseFeatures withMeasures(RulesFile rules, Detectors detectors) {
        return ResponseFeatures.allOf(
                List.of(
                        new dev.whetstone.core.reward.TextFeatures(),
                        new RuleFeatures(rules, detectors)));
    }

    /// An encoder of responses, all of whose detectors have read what they need of some items.
    public static ResponseEncoder encoder(
            List<ResponseEncoder.Item> items,
            RulesFile rules,
            TextEncoder encoder,
            LiveDetectors live,
            Progress progress) {
        RuleFeatures looks = new RuleFeatures(rules, live);
        live.settle(
                () -> items.forEach(item -> looks.features(item.prompt(), item.response())),
                progress);
        return new ResponseEncoder(encoder, withMeasures(rules, live));
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public FeatureVector features(String prompt, String response) {
        TextFeatures asked = cache.of(prompt);
        TextFeatures answered = cache.of(response);
        double[] values = new double[rules.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (rules.get(i).satisfaction(asked, answered, NO_SOURCE)) {
                        case MET -> 1;
                        case VIOLATED -> -1;
                        case NOT_APPLICABLE, UNKNOWN -> 0;
                    };
        }
        return new FeatureVector(names(), values);
    }
}
