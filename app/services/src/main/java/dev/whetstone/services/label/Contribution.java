package dev.whetstone.services.label;

import java.util.UUID;

/// One rule's share in a label.
///
/// @param vote +1 for A, -1 for B
/// @param weight log-odds added per vote
public record Contribution(UUID ruleId, String rule, int vote, double weight) {}
