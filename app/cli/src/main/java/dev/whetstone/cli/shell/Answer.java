package dev.whetstone.cli.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a verb found: the same content for programs and for people.
///
/// @param json printed on one line with `--json`
/// @param lines printed otherwise
/// @param passed whether the exit code is 0; a check that found faults is an answer with exit code
/// 1
public record Answer(ObjectNode json, List<String> lines, boolean passed) {
    public Answer {
        lines = List.copyOf(lines);
    }

    public static Answer of(ObjectNode json, List<String> lines) {
        return new Answer(json, lines, true);
    }

    public static Answer of(ObjectNode json, String... lines) {
        return new Answer(json, List.of(lines), true);
    }
}
