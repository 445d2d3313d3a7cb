package dev.whetstone.desktop.action;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A key with its modifiers, free of the toolkit. The key is a name as key caps show it: a single
/// capital letter or digit, or `Enter`, `Esc`, `Tab`, `Space`, `Left`, `Right`, `Up`, `Down`, `F1`;
/// empty for an action without a key.
public record Shortcut(Set<Modifier> modifiers, String key) {
    public static final Shortcut NONE = new Shortcut(Set.of(), "");

    /// Ctrl is Command on macOS.
    public enum Modifier {
        CTRL("Ctrl"),
        ALT("Alt"),
        SHIFT("Shift");

        private final String cap;

        Modifier(String cap) {
            this.cap = cap;
        }
    }

    public Shortcut {
        modifiers = Set.copyOf(modifiers);
    }

    /// Reads `Ctrl+K`, `Ctrl+Shift+F`, `T`.
    ///
    /// @throws IllegalArgumentException for an unknown modifier
    public static Shortcut of(String text) {
        String[] parts = text.split("\\+");
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (int i = 0; i < parts.length - 1; i++) {
            modifiers.add(modifier(parts[i]));
        }
        return new Shortcut(modifiers, parts[parts.length - 1]);
    }

    private static Modifier modifier(String name) {
        for (Modifier modifier : Modifier.values()) {
            if (modifier.cap.equals(name)) {
                return modifier;
            }
        }
        throw new IllegalArgumentException("unknown modifier \"" + name + "\"");
    }

    public boolean isNone() {
        return key.isEmpty();
    }

    /// Whether it works while a text has the caret: only with Ctrl or Alt, or as a function key.
    public boolean worksInText() {
        return modifiers.contains(Modifier.CTRL)
                || modifiers.contains(Modifier.ALT)
                || key.matches("F\\d+");
    }

    /// What the key cap says, e.g. `Ctrl K` or `Z`; an arrow as an arrow.
    public String cap() {
        List<String> parts = new ArrayList<>();
        for (Modifier modifier : Modifier.values()) {
            if (modifiers.contains(modifier)) {
                parts.add(modifier.cap);
            }
        }
        parts.add(
                switch (key) {
                    case "Left" -> "←";
                    case "Right" -> "→";
                    case "Up" -> "↑";
                    case "Down" -> "↓";
                    default -> key;
                });
        return String.join(" ", parts);
    }
}
