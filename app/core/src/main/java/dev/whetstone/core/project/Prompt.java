package dev.whetstone.core.project;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a response answers: one or more turns, the last of which is to be answered.
///
/// @param source attached policy or source text that rules may refer to as `S`; empty when none
public record Prompt(UUID id, List<Message> turns, String source) {
    public Prompt {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a prompt needs at least one turn");
        }
    }

    public static Prompt ofText(UUID id, String text) {
        return new Prompt(id, List.of(new Message(Role.USER, text)), "");
    }

    /// The text that rules read as `P`: the single user turn as it stands, or all turns, each
    /// behind its role's name.
    public String text() {
        if (turns.size() == 1) {
            return turns.getFirst().content();
        }
        return turns.stream()
                .map(turn -> turn.role().wireName() + ": " + turn.content())
                .collect(Collectors.joining("\n\n"));
    }
}
