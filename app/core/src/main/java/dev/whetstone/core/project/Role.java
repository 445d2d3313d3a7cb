package dev.whetstone.core.project;

import java.util.Locale;

/// Who speaks in a turn of a conversation.
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL;

    /// The name that files of the field use: `system`, `user`, `assistant`, `tool`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name as files spell it; also `human`, `prompter` (user) and `gpt`, `bot`
    /// (assistant).
    ///
    /// @throws IllegalArgumentException for any other name
    public static Role fromWireName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "system", "developer" -> SYSTEM;
            case "user", "human", "prompter" -> USER;
            case "assistant", "gpt", "bot", "model" -> ASSISTANT;
            case "tool", "function" -> TOOL;
            default -> throw new IllegalArgumentException("unknown role \"" + name + "\"");
        };
    }
}
