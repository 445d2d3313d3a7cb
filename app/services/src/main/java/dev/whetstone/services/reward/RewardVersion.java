package dev.whetstone.services.reward;

import java.time.Instant;

/// A trained reward model.
///
/// @param choices choices and `labels` rule labels it was trained on
/// @param derivedFrom hash of the labels and texts
/// @param stale whether judgements, rules or texts have changed since
public record RewardVersion(
        int number,
        Instant trained,
        int choices,
        int labels,
        RewardReport report,
        double seconds,
        String derivedFrom,
        boolean stale) {}
