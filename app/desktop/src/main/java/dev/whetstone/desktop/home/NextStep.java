package dev.whetstone.desktop.home;

import dev.whetstone.services.project.ProjectInfo;

/// What brings a project on most, judged by its counts.
public enum NextStep {
    IMPORT,
    JUDGE,
    EXPLAIN,
    TRAIN,
    ALIGN,
    REVIEW;

    /// Choices below which judging comes first.
    static final int ENOUGH_CHOICES = 20;

    static NextStep of(ProjectInfo info) {
        if (info.pairs() == 0) {
            return IMPORT;
        }
        if (info.judged() < Math.min(ENOUGH_CHOICES, info.pairs())) {
            return JUDGE;
        }
        if (info.activeRules() == 0) {
            return EXPLAIN;
        }
        if (info.models() == 0) {
            return TRAIN;
        }
        return info.iterations() == 0 ? ALIGN : REVIEW;
    }
}
