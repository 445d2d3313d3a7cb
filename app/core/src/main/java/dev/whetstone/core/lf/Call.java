package dev.whetstone.core.lf;

import java.util.List;

/// A function applied to arguments. What kind of term it is depends on the function's result type;
/// the places that take a call check it.
public record Call(Function function, List<Arg> args) implements Num, Bool, TextArg, Lang, Pattern {
    private static final int MOST_ARGS = 32;

    public Call {
        args = List.copyOf(args);
        if (args.size() < function.leastArguments()
                || function.parameter(args.size() - 1).isEmpty()
                || args.size() > MOST_ARGS) {
            throw new RuleTypeException(
                    function.id()
                            + " takes "
                            + function.signature()
                            + ", found "
                            + args.size()
                            + (args.size() == 1 ? " argument" : " arguments"));
        }
        for (int i = 0; i < args.size(); i++) {
            Parameter parameter = function.parameter(i).orElseThrow();
            if (!parameter.takes(args.get(i))) {
                throw new RuleTypeException(
                        function.id()
                                + ": expected "
                                + parameter.english()
                                + ", found "
                                + args.get(i).type().english());
            }
        }
        if (function == Function.IFEVAL) {
            InstructionArgs.setting(args);
        }
    }

    public static Call of(Function function, Arg... args) {
        return new Call(function, List.of(args));
    }

    @Override
    public Type type() {
        return function.result();
    }
}
