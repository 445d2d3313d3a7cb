package dev.whetstone.engine.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Pairs to train on and pairs to measure, apart by prompt: what is measured on was never seen.
///
/// @param training in the given order
/// @param measured in the given order; empty where nothing was to be held out, or all pairs have
///     the same prompt
record HeldOut(List<RewardPair> training, List<RewardPair> measured) {
    HeldOut {
        training = List.copyOf(training);
        measured = List.copyOf(measured);
    }

    /// @param share of the prompts to hold out, [0, 1); above 0 at least one, and never all
    static HeldOut of(List<RewardPair> pairs, double share, long seed) {
        Set<String> distinct = new LinkedHashSet<>();
        pairs.forEach(pair -> distinct.add(pair.prompt()));
        List<String> prompts = new ArrayList<>(distinct);
        Collections.shuffle(prompts, new Random(seed));
        int count =
                share == 0 || prompts.size() < 2
                        ? 0
                        : Math.clamp(Math.round(share * prompts.size()), 1, prompts.size() - 1);
        Set<String> held = new HashSet<>(prompts.subList(0, count));
        return new HeldOut(
                pairs.stream().filter(pair -> !held.contains(pair.prompt())).toList(),
                pairs.stream().filter(pair -> held.contains(pair.prompt())).toList());
    }
}
