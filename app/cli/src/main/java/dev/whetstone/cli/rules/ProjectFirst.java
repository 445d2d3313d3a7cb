package dev.whetstone.cli.rules;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Takes `rules PROJECT add RULE` for `rules add PROJECT RULE`: people who work in one project name
/// it first.
public final class ProjectFirst implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // the interface says Stack
    public boolean preprocess(
            Stack<String> args, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
        if (args.size() >= 2) {
            String first = args.pop();
            String second = args.pop();
            boolean swap =
                    !first.startsWith("-")
                            && !command.subcommands().containsKey(first)
                            && command.subcommands().containsKey(second);
            args.push(swap ? first : second);
            args.push(swap ? second : first);
        }
        return false;
    }
}
