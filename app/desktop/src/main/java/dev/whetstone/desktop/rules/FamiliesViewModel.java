package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Families;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.vote.FamilyBook;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which rules are counted as one, and which may have to be.
public final class FamiliesViewModel {
    private final Families families;
    private final RulesViewModel list;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<List<FamilyBook.Family>> confirmed =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Families.Suggested>> suggested =
            new ReadOnlyObjectWrapper<>(List.of());

    public FamiliesViewModel(
            Families families,
            RulesViewModel list,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.families = families;
        this.list = list;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        list.loadsProperty().subscribe(loads -> load());
    }

    public ReadOnlyObjectProperty<List<FamilyBook.Family>> confirmedProperty() {
        return confirmed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Families.Suggested>> suggestedProperty() {
        return suggested.getReadOnlyProperty();
    }

    private void load() {
        var first =
                runner.run(
                        Work.of("families", families::confirmed, confirmed::set, feedback::failed));
        var second =
                runner.run(
                        Work.of(
                                "family-suggestions",
                                families::suggest,
                                suggested::set,
                                feedback::failed));
    }

    /// The family of the open rule.
    public Optional<FamilyBook.Family> family() {
        return list.currentProperty()
                .get()
                .flatMap(
                        row ->
                                confirmed.get().stream()
                                        .filter(family -> family.rules().contains(row.id()))
                                        .findFirst());
    }

    /// The suggestion in which the open rule stands.
    public Optional<Families.Suggested> suggestion() {
        return list.currentProperty()
                .get()
                .flatMap(
                        row ->
                                suggested.get().stream()
                                        .filter(family -> family.rules().contains(row.id()))
                                        .findFirst());
    }

    /// The rules of these ids that the project still has.
    public List<RuleRow> rows(List<UUID> ids) {
        return ids.stream()
                .flatMap(id -> list.all().stream().filter(row -> row.id().equals(id)))
                .toList();
    }

    public void keep(Families.Suggested family) {
        write(
                () -> families.confirm(family.rules(), person),
                messages.t("rules.family.kept", family.rules().size()));
    }

    public void separate(Families.Suggested family) {
        write(
                () -> families.separate(family.rules(), person),
                messages.t("rules.family.separated"));
    }

    /// Takes the open rule out of its family.
    public void split() {
        list.currentProperty()
                .get()
                .ifPresent(
                        row ->
                                write(
                                        () -> families.split(row.id()),
                                        messages.t("rules.family.left")));
    }

    private void write(Runnable change, String told) {
        list.currentProperty()
                .get()
                .ifPresent(
                        row ->
                                list.write(
                                        () -> {
                                            change.run();
                                            return row.id();
                                        },
                                        told));
    }
}
