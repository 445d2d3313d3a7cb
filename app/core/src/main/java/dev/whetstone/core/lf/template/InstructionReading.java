package dev.whetstone.core.lf.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How strictly a response is held to an instruction.
public enum InstructionReading {
    /// The response as it is, by our own measures.
    STRICT("strict", "the response as it is"),
    /// Any of its eight variants, by our own measures.
    LOOSE("loose", "also without its first or last line, or without asterisks"),
    /// As IFEval's published checker decides.
    COMPATIBLE("compatible", "as IFEval's own checker decides"),
    /// As IFEval's published checker decides loosely.
    COMPATIBLE_LOOSE("compatible-loose", "as IFEval's own checker decides loosely");

    private final String id;
    private final String english;

    InstructionReading(String id, String english) {
        this.id = id;
        this.english = english;
    }

    public String id() {
        return id;
    }

    public String english() {
        return english;
    }

    public static Optional<InstructionReading> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(InstructionReading::id).toList();
    }
}
