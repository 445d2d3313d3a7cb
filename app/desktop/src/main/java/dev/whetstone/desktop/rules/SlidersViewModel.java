package dev.whetstone.desktop.rules;

import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open rule's values as sliders over all choices. Every move is saved, and can be undone.
public final class SlidersViewModel {
    private final Rules rules;
    private final RulesViewModel list;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<List<SlotScale>> scales =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Deque<Moved> moves = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

    /// Where a rule's sliders stood before a move.
    private record Moved(UUID rule, Map<String, Double> before) {}

    public SlidersViewModel(
            Rules rules,
            RulesViewModel list,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.rules = rules;
        this.list = list;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        list.openedProperty().subscribe(opened -> load());
    }

    /// Empty where the saved rule has no slot.
    public ReadOnlyObjectProperty<List<SlotScale>> scalesProperty() {
        return scales.getReadOnlyProperty();
    }

    /// Whether the last move was of the open rule.
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    private void load() {
        Optional<RuleRow> open =
                list.currentProperty().get().filter(row -> row.text().contains("?"));
        boolean another =
                open.map(row -> moves.isEmpty() || !moves.peek().rule().equals(row.id()))
                        .orElse(true);
        undoable.set(!another);
        var unused =
                runner.run(
                        Work.of(
                                "rule-sliders",
                                () -> open.map(row -> rules.slots(row.id())).orElse(List.of()),
                                scales::set,
                                feedback::failed));
    }

    public void move(String slot, double value) {
        change(
                rule -> rules.setSlot(rule, slot, value, person),
                messages.t("rules.slider.moved", slot));
    }

    /// Moves all to where the choices are likeliest.
    public void fit() {
        change(
                rule -> {
                    var unused = rules.fitSlots(rule, person);
                },
                messages.t("rules.slider.fitted"));
    }

    /// Puts the sliders back to where they stood before the last move.
    public void undo() {
        Moved last = moves.poll();
        if (last != null && undoable.get()) {
            write(
                    last.rule(),
                    rule ->
                            last.before()
                                    .forEach(
                                            (slot, value) ->
                                                    rules.setSlot(rule, slot, value, person)),
                    messages.t("rules.slider.undone"));
        }
    }

    private interface Mover {
        void on(UUID rule);
    }

    private void change(Mover mover, String told) {
        list.currentProperty()
                .get()
                .ifPresent(
                        row -> {
                            Map<String, Double> before = new HashMap<>();
                            scales.get().forEach(s -> before.put(s.name(), s.value().value()));
                            moves.push(new Moved(row.id(), before));
                            write(row.id(), mover, told);
                        });
    }

    private void write(UUID rule, Mover mover, String told) {
        list.write(
                () -> {
                    mover.on(rule);
                    return rule;
                },
                told);
    }
}
