package dev.whetstone.services;

import dev.whetstone.services.accuracy.Accuracies;
import dev.whetstone.services.agreement.Agreements;
import dev.whetstone.services.align.Alignments;
import dev.whetstone.services.coverage.Coverage;
import dev.whetstone.services.curve.LearningCurves;
import dev.whetstone.services.data.DataExchange;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.judge.Judging;
import dev.whetstone.services.label.Labels;
import dev.whetstone.services.project.Project;
import dev.whetstone.services.reward.Rewards;
import dev.whetstone.services.rules.Families;
import dev.whetstone.services.rules.Rules;

/// Everything that can be done with one open project. Closing it closes the project.
public record ProjectServices(
        Project project,
        Judging judging,
        Explaining explaining,
        Rules rules,
        Families families,
        Detectors detectors,
        Coverage coverage,
        Agreements agreements,
        Labels labels,
        Rewards rewards,
        Accuracies accuracies,
        LearningCurves curves,
        Alignments alignments,
        DataExchange data)
        implements AutoCloseable {
    @Override
    public void close() {
        project.close();
    }
}
