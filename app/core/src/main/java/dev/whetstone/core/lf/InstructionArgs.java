package dev.whetstone.core.lf;

import dev.whetstone.core.text.ifeval.Instruction;
import dev.whetstone.core.text.ifeval.InstructionParameter;
import dev.whetstone.core.text.ifeval.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of an instruction as arguments of [Function#IFEVAL]: numbers as numbers, all else as
/// words in quotes, several of them as a set.
public final class InstructionArgs {
    private InstructionArgs() {}

    /// The call that checks a text.
    ///
    /// @throws RuleTypeException when a value cannot be written in a rule, e.g. a line break
    public static Call of(TextArg text, Setting setting) {
        List<Arg> args = new ArrayList<>();
        args.add(text);
        args.add(new Choice.Checked(setting.instruction()));
        for (InstructionParameter parameter : setting.instruction().parameters()) {
            args.add(
                    switch (parameter.kind()) {
                        case NUMBER -> new Num.Constant(setting.number(parameter.name()));
                        case RELATION, LANGUAGE, TEXT ->
                                new Pattern.Literal(setting.text(parameter.name()));
                        case TEXTS -> words(setting.texts(parameter.name()));
                    });
        }
        return new Call(Function.IFEVAL, args);
    }

    private static Pattern words(List<String> texts) {
        return new Pattern.AnyOf(texts.stream().map(Pattern.Literal::new).toList());
    }

    /// Reads the arguments of a call.
    ///
    /// @throws RuleTypeException naming the parameter whose value is missing or wrong
    public static Setting setting(List<Arg> args) {
        Instruction instruction = ((Choice.Checked) args.get(1)).value();
        List<InstructionParameter> parameters = instruction.parameters();
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < parameters.size() && i + 2 < args.size(); i++) {
            values.put(parameters.get(i).name(), values(instruction, args.get(i + 2)));
        }
        if (args.size() != parameters.size() + 2) {
            throw new RuleTypeException(
                    "ifeval: "
                            + instruction.id()
                            + " takes "
                            + (parameters.isEmpty() ? "no values" : names(parameters)));
        }
        try {
            return new Setting(instruction, values);
        } catch (IllegalArgumentException problem) {
            throw new RuleTypeException("ifeval: " + problem.getMessage());
        }
    }

    private static String names(List<InstructionParameter> parameters) {
        return String.join(", ", parameters.stream().map(InstructionParameter::name).toList());
    }

    private static List<String> values(Instruction instruction, Arg value) {
        return switch (value) {
            case Num.Constant(double number) when number == Math.rint(number) ->
                    List.of(String.valueOf((long) number));
            case Pattern.Literal(var text) -> List.of(text);
            case Pattern.AnyOf(var literals) ->
                    literals.stream().map(Pattern.Literal::text).toList();
            default ->
                    throw new RuleTypeException(
                            "ifeval: the values of "
                                    + instruction.id()
                                    + " are whole numbers and words in quotes");
        };
    }
}
