package dev.whetstone.core.text.ifeval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An instruction with values for its parameters.
///
/// @param values one value each, except lists of texts; every parameter has some
public record Setting(Instruction instruction, Map<String, List<String>> values) {
    private static final int LARGEST = 1_000_000;
    private static final int LONGEST = 10_000;

    /// @throws IllegalArgumentException naming the parameter whose value is missing or wrong
    public Setting {
        Map<String, List<String>> complete = new HashMap<>();
        for (InstructionParameter parameter : instruction.parameters()) {
            List<String> given = values.getOrDefault(parameter.name(), List.of());
            check(instruction, parameter, given);
            complete.put(parameter.name(), List.copyOf(given));
        }
        for (String name : values.keySet()) {
            if (!complete.containsKey(name)) {
                throw new IllegalArgumentException(
                        instruction.id()
                                + " has no parameter "
                                + name
                                + (complete.isEmpty() ? "" : "; it has " + names(instruction)));
            }
        }
        values = Map.copyOf(complete);
    }

    /// With the initial values of all parameters that are not given.
    public static Setting of(Instruction instruction, Map<String, List<String>> given) {
        Map<String, List<String>> values = new HashMap<>();
        instruction.parameters().forEach(each -> values.put(each.name(), each.initial()));
        values.putAll(given);
        return new Setting(instruction, values);
    }

    private static String names(Instruction instruction) {
        List<String> names = new ArrayList<>();
        instruction.parameters().forEach(each -> names.add(each.name()));
        return String.join(", ", names);
    }

    private static void check(
            Instruction instruction, InstructionParameter parameter, List<String> given) {
        boolean one = given.size() == 1;
        boolean fits =
                switch (parameter.kind()) {
                    case NUMBER -> one && isNumber(given.getFirst());
                    case RELATION ->
                            one && List.of("at least", "less than").contains(given.getFirst());
                    case LANGUAGE -> one && given.getFirst().matches("[a-z]{2}(-[a-z]{2})?");
                    case TEXT -> one && isText(given.getFirst());
                    case TEXTS -> !given.isEmpty() && given.stream().allMatch(Setting::isText);
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    instruction.id()
                            + ": "
                            + parameter.name()
                            + " is "
                            + parameter.kind().english()
                            + (given.isEmpty() ? "" : ", not " + String.join(" | ", given)));
        }
    }

    private static boolean isNumber(String value) {
        return value.matches("\\d{1,7}") && Integer.parseInt(value) <= LARGEST;
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.length() <= LONGEST;
    }

    public int number(String parameter) {
        return Integer.parseInt(text(parameter));
    }

    public String text(String parameter) {
        return texts(parameter).getFirst();
    }

    public List<String> texts(String parameter) {
        List<String> found = values.get(parameter);
        if (found == null) {
            throw new IllegalArgumentException(instruction.id() + " has no " + parameter);
        }
        return found;
    }

    /// Whether a count keeps to the relation and the number of this setting.
    boolean holds(int count, String relation, String number) {
        return text(relation).equals("less than")
                ? count < number(number)
                : count >= number(number);
    }
}
