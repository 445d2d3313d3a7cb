package dev.whetstone.desktop.rules;

import dev.whetstone.core.lf.template.InstructionReading;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.rules.RuleTemplate;
import dev.whetstone.services.rules.RuleTemplates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Rules for one click. Choosing one writes it in the editor, where its effect is seen before it is
/// saved; each value that is changed is written there at once.
public final class TemplatesViewModel {
    private final RuleTemplates templates = new RuleTemplates();
    private final RulesViewModel list;
    private final List<RuleTemplate> all = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<RuleTemplate>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final Map<String, String> values = new LinkedHashMap<>();
    private InstructionReading reading = InstructionReading.STRICT;

    public TemplatesViewModel(RulesViewModel list) {
        this.list = list;
        templates.groups().values().forEach(all::addAll);
    }

    /// Group by group.
    public List<RuleTemplate> all() {
        return List.copyOf(all);
    }

    public ReadOnlyObjectProperty<Optional<RuleTemplate>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Why the values make no rule; empty when they do.
    public ReadOnlyObjectProperty<String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public InstructionReading reading() {
        return reading;
    }

    public void choose(RuleTemplate template) {
        values.clear();
        chosen.set(Optional.of(template));
        write();
    }

    public void set(String field, String value) {
        values.put(field, value);
        write();
    }

    public void read(InstructionReading how) {
        reading = how;
        write();
    }

    private void write() {
        chosen.get()
                .ifPresent(
                        template -> {
                            try {
                                String text = templates.rule(template.id(), values, reading);
                                problem.set("");
                                list.startNew(text);
                            } catch (ServiceException wrong) {
                                problem.set(String.valueOf(wrong.getMessage()));
                            }
                        });
    }
}
