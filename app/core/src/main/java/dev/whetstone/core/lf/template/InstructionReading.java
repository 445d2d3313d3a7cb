package dev.whetstone.core.lf.template;

import dev.whetstone.core.text.Identified;
import java.util.List;
import java.util.Optional;

/// How strictly a response is held to an instruction.
public enum InstructionReading implements Identified {
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

    @Override
    public String id() {
        return id;
    }

    public String english() {
        return english;
    }

    public static Optional<InstructionReading> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Identified.ids(values());
    }
}
