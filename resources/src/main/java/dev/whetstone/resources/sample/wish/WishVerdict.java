package dev.whetstone.resources.sample.wish;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Which of the applicable wishes a reply meets.
///
/// @param met a value for each wish that applies to the message; never empty
public record WishVerdict(Map<Wish, Boolean> met) {
    public WishVerdict {
        met = Collections.unmodifiableMap(new EnumMap<>(met));
    }

    /// Wish satisfaction: the share, in [0, 1], of the applicable wishes that are met.
    public double satisfaction() {
        return met.values().stream().filter(m -> m).count() / (double) met.size();
    }

    public boolean applies(Wish wish) {
        return met.containsKey(wish);
    }

    public boolean meets(Wish wish) {
        return met.getOrDefault(wish, false);
    }
}
