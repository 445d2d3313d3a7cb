package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A detector that is about to be made.
final class NewViewModel {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,63}";
    private static final int REPLIES = 5;

    private final Detectors detectors;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Predicate<String> taken;
    private final Consumer<DetectorRow> made;
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.MARKS);
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableList<String> like = FXCollections.observableArrayList();
    private final ObservableList<String> unlike = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Reply>> offered =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Path>> folder =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<String> labels = FXCollections.observableArrayList();
    private final StringProperty label = new SimpleStringProperty("");
    private final ObjectBinding<Optional<Missing>> missing;

    /// Where a detector learns from.
    enum Way {
        MARKS,
        EXAMPLES,
        FOLDER
    }

    /// What is still wanted before it can be made.
    enum Missing {
        NAME,
        PLAIN_NAME,
        OTHER_NAME,
        EXAMPLE,
        FOLDER
    }

    /// @param taken whether a name is another detector's
    /// @param made hears of what was made
    NewViewModel(
            Detectors detectors,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Predicate<String> taken,
            Consumer<DetectorRow> made) {
        this.detectors = detectors;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.taken = taken;
        this.made = made;
        this.missing = Bindings.createObjectBinding(this::wanted, way, name, like, label);
    }

    ObjectProperty<Way> wayProperty() {
        return way;
    }

    StringProperty nameProperty() {
        return name;
    }

    /// Examples of what it looks for.
    ObservableList<String> like() {
        return like;
    }

    /// Examples of the contrary; may be empty.
    ObservableList<String> unlike() {
        return unlike;
    }

    /// Replies with the words that were looked for.
    ReadOnlyObjectProperty<List<Reply>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /// What the classifier in the folder tells apart.
    ObservableList<String> labels() {
        return labels;
    }

    /// Which of them the detector is to find.
    StringProperty labelProperty() {
        return label;
    }

    ObjectBinding<Optional<Missing>> missingProperty() {
        return missing;
    }

    private Optional<Missing> wanted() {
        String plain = plain();
        if (plain.isEmpty()) {
            return Optional.of(Missing.NAME);
        }
        if (!plain.matches(NAME)) {
            return Optional.of(Missing.PLAIN_NAME);
        }
        if (taken.test(plain)) {
            return Optional.of(Missing.OTHER_NAME);
        }
        return switch (way.get()) {
            case MARKS -> Optional.empty();
            case EXAMPLES -> like.isEmpty() ? Optional.of(Missing.EXAMPLE) : Optional.empty();
            case FOLDER -> label.get().isEmpty() ? Optional.of(Missing.FOLDER) : Optional.empty();
        };
    }

    private String plain() {
        return name.get().strip().replaceFirst("^#", "");
    }

    /// Begins with nothing.
    void clear() {
        way.set(Way.MARKS);
        name.set("");
        like.clear();
        unlike.clear();
        offered.set(List.of());
        folder.set(Optional.empty());
        labels.clear();
        label.set("");
    }

    /// Takes a text as an example; a blank one, or one that is there, is passed over.
    void add(ObservableList<String> list, String text) {
        String example = text.strip();
        if (!example.isEmpty() && !like.contains(example) && !unlike.contains(example)) {
            list.add(example);
        }
    }

    /// Looks for replies with these words.
    void look(String words) {
        if (words.isBlank()) {
            offered.set(List.of());
            return;
        }
        var unused =
                runner.run(
                        Work.of(
                                "detector-look",
                                () -> detectors.replies().with(words, REPLIES),
                                offered::set,
                                feedback::failed));
    }

    /// Looks into a folder for a classifier.
    void choose(Path chosen) {
        var unused =
                runner.run(
                        Work.of(
                                "detector-folder",
                                () -> detectors.labels(chosen),
                                found -> {
                                    folder.set(Optional.of(chosen));
                                    labels.setAll(found);
                                    label.set(found.getLast());
                                },
                                failure -> {
                                    folder.set(Optional.empty());
                                    labels.clear();
                                    label.set("");
                                    feedback.failed(failure);
                                }));
    }

    void make() {
        if (missing.get().isPresent()) {
            return;
        }
        Recipe recipe = recipe();
        String plain = plain();
        var unused =
                runner.run(
                        Work.of(
                                "",
                                () -> detectors.add(plain, recipe, person),
                                row -> {
                                    feedback.saved();
                                    clear();
                                    made.accept(row);
                                },
                                feedback::failed));
    }

    private Recipe recipe() {
        return switch (way.get()) {
            case MARKS -> new Recipe.Head();
            case EXAMPLES -> new Recipe.Examples("", List.copyOf(like), List.copyOf(unlike));
            case FOLDER -> new Recipe.Checkpoint(folder.get().orElseThrow(), label.get());
        };
    }
}
