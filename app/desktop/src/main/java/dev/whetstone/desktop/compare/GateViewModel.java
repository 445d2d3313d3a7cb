package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Clarifying;
import dev.whetstone.services.explain.Gated;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// "Only when the message mentions it": a condition that the selected rule could have.
public final class GateViewModel {
    private final Clarifying clarifying;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Optional<Gated>> offered =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Candidate> sought = Optional.empty();

    GateViewModel(Clarifying clarifying, TaskRunner runner, Feedback feedback) {
        this.clarifying = clarifying;
        this.runner = runner;
        this.feedback = feedback;
    }

    /// The selected rule with its condition; empty when it needs none.
    public ReadOnlyObjectProperty<Optional<Gated>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /// Looks for the condition of this rule, and forgets the one before.
    void seek(UUID comparison, Optional<Candidate> candidate) {
        if (candidate.equals(sought)) {
            return;
        }
        sought = candidate;
        offered.set(Optional.empty());
        candidate.ifPresent(
                rule -> {
                    var unused =
                            runner.run(
                                    Work.of(
                                            "gate",
                                            () -> clarifying.gate(comparison, rule),
                                            found -> found(rule, found),
                                            feedback::failed));
                });
    }

    private void found(Candidate rule, Optional<Gated> gated) {
        if (sought.filter(rule::equals).isPresent()) {
            offered.set(gated);
        }
    }
}
