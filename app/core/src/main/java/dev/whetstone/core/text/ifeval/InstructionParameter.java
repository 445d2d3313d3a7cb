package dev.whetstone.core.text.ifeval;

import java.util.List;

/// One parameter of an instruction.
///
/// @param name as IFEval's files spell it
/// @param initial its value before anybody sets another; a list may have several
public record InstructionParameter(String name, Kind kind, List<String> initial) {
    /// What a value may be.
    public enum Kind {
        /// A whole number from 0 to a million.
        NUMBER("a whole number"),
        /// `less than` (<) or `at least` (>=).
        RELATION("“at least” or “less than”"),
        /// An ISO 639-1 code.
        LANGUAGE("a language code such as de"),
        TEXT("some words"),
        /// One or more texts.
        TEXTS("words, separated by |");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        /// What is wanted, for messages.
        public String english() {
            return english;
        }
    }

    public InstructionParameter {
        initial = List.copyOf(initial);
    }

    static InstructionParameter number(String name, int initial) {
        return new InstructionParameter(name, Kind.NUMBER, List.of(String.valueOf(initial)));
    }

    static InstructionParameter relation(String name) {
        return new InstructionParameter(name, Kind.RELATION, List.of("at least"));
    }

    static InstructionParameter text(String name, String initial) {
        return new InstructionParameter(name, Kind.TEXT, List.of(initial));
    }

    static InstructionParameter texts(String name, String... initial) {
        return new InstructionParameter(name, Kind.TEXTS, List.of(initial));
    }
}
