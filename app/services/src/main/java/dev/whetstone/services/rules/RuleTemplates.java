package dev.whetstone.services.rules;

import dev.whetstone.core.lf.template.InstructionReading;
import dev.whetstone.core.lf.template.InstructionRules;
import dev.whetstone.core.text.ifeval.Instruction;
import dev.whetstone.core.text.ifeval.InstructionParameter;
import dev.whetstone.core.text.ifeval.Setting;
import dev.whetstone.services.failure.ServiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rules for one click: the 25 instructions of IFEval, and what prompts themselves ask for.
public final class RuleTemplates {
    private static final String STATED = "stated_constraints";
    private static final RuleTemplate OF_PROMPTS =
            new RuleTemplate(
                    STATED,
                    "prompt",
                    "Meets more of what the prompt itself asks for: lengths, language, JSON, words",
                    List.of(),
                    "prefer higher met_constraints(X, P)");

    /// Groups in their order, each with its templates.
    public Map<String, List<RuleTemplate>> groups() {
        Map<String, List<RuleTemplate>> groups = new LinkedHashMap<>();
        groups.put(OF_PROMPTS.group(), List.of(OF_PROMPTS));
        for (Instruction instruction : Instruction.values()) {
            groups.computeIfAbsent(instruction.group(), group -> new ArrayList<>())
                    .add(template(instruction));
        }
        groups.replaceAll((group, templates) -> List.copyOf(templates));
        return groups;
    }

    private static RuleTemplate template(Instruction instruction) {
        return new RuleTemplate(
                instruction.id(),
                instruction.group(),
                instruction.title(),
                instruction.parameters().stream()
                        .map(
                                each ->
                                        new RuleTemplate.Field(
                                                each.name(),
                                                each.kind().english(),
                                                String.join("|", each.initial())))
                        .toList(),
                InstructionRules.of(Setting.of(instruction, Map.of()), InstructionReading.STRICT));
    }

    /// The text of a rule.
    ///
    /// @param id a template's, or IFEval's name with its group
    /// @param values by name of the field; those left out have their initial values
    /// @throws ServiceException `template.unknown`, `template.value`
    public String rule(String id, Map<String, String> values, InstructionReading reading) {
        if (id.equals(STATED)) {
            if (!values.isEmpty()) {
                throw wrong(STATED + " has no values");
            }
            return OF_PROMPTS.rule();
        }
        Optional<Instruction> instruction = Instruction.of(id);
        if (instruction.isEmpty()) {
            List<String> near = NearNames.of(id, Instruction.ids());
            throw new ServiceException(
                    "template.unknown",
                    "There is no template \"" + id + "\".",
                    near.isEmpty()
                            ? "List them with: whetstone rules templates"
                            : "Near to it: " + String.join(", ", near));
        }
        try {
            return InstructionRules.of(setting(instruction.get(), values), reading);
        } catch (IllegalArgumentException problem) {
            throw wrong(String.valueOf(problem.getMessage()));
        }
    }

    private static Setting setting(Instruction instruction, Map<String, String> values) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        values.forEach((name, value) -> given.put(name, List.of(value.strip())));
        for (InstructionParameter parameter : instruction.parameters()) {
            String value = values.get(parameter.name());
            if (value != null && parameter.kind() == InstructionParameter.Kind.TEXTS) {
                given.put(
                        parameter.name(),
                        Arrays.stream(value.split("\\|", -1)).map(String::strip).toList());
            }
        }
        return Setting.of(instruction, given);
    }

    private static ServiceException wrong(String message) {
        return new ServiceException(
                "template.value", message, "List templates with: whetstone rules templates");
    }
}
