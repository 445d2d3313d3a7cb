package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.reward.RewardVersion;
import dev.whetstone.services.reward.Rewards;
import dev.whetstone.services.reward.ScoredText;
import dev.whetstone.services.reward.Why;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The project's reward models: train one, read its figures, ask why a response has its score.
public final class RewardViewModel {
    private static final long SEED = 1;

    private final Rewards rewards;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<List<RewardVersion>> versions =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ScoredText>> scored =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Why>> why =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final BooleanProperty training = new SimpleBooleanProperty();
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty response = new SimpleStringProperty("");
    private final BooleanBinding canTrain = training.not();
    private final BooleanBinding canAsk =
            Bindings.createBooleanBinding(
                    () -> !versions.get().isEmpty() && !response.get().isBlank(),
                    versions,
                    response);

    public RewardViewModel(Rewards rewards, TaskRunner runner, Feedback feedback) {
        this.rewards = rewards;
        this.runner = runner;
        this.feedback = feedback;
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<RewardVersion>> versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ScoredText>> scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Why>> whyProperty() {
        return why.getReadOnlyProperty();
    }

    public BooleanProperty loadedProperty() {
        return loaded;
    }

    public BooleanProperty trainingProperty() {
        return training;
    }

    public StringProperty promptProperty() {
        return prompt;
    }

    public StringProperty responseProperty() {
        return response;
    }

    public BooleanBinding canTrain() {
        return canTrain;
    }

    public BooleanBinding canAsk() {
        return canAsk;
    }

    public void load() {
        var unused = runner.run(Work.of("reward", rewards::versions, this::show, feedback::failed));
    }

    private void show(List<RewardVersion> fresh) {
        boolean changed = fresh.size() != versions.get().size();
        versions.set(fresh.reversed());
        loaded.set(true);
        if (changed && !fresh.isEmpty()) {
            runner.follow(rewards.scoreAll(), status -> {}, scored::set, feedback::failed);
        }
    }

    public void train() {
        training.set(true);
        runner.follow(
                rewards.train(SEED),
                status -> training.set(!status.state().isFinal()),
                version -> {
                    training.set(false);
                    feedback.saved();
                    load();
                },
                failure -> {
                    training.set(false);
                    feedback.failed(failure);
                });
    }

    /// Asks why the response has its score.
    public void explain() {
        runner.follow(
                rewards.why(prompt.get(), response.get()),
                status -> {},
                answer -> why.set(Optional.of(answer)),
                feedback::failed);
    }
}
