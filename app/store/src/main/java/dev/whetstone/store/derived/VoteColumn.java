package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import java.util.UUID;

/// What one version of a rule votes on a list of pairs.
///
/// @param from hash of the pairs (their texts and order); columns of the same `from` line up
public record VoteColumn(UUID ruleId, int ruleVersion, ContentHash from, Votes votes) {}
