package dev.whetstone.services.project;

/// What part of a project has changed.
public enum Change {
    CONTENT,
    JUDGEMENTS,
    RULES,
    LABELS,
    REWARD,
    ALIGNMENT
}
