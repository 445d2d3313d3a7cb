package dev.whetstone.core.asked;

import dev.whetstone.core.text.TextFeatures;
import java.util.List;

/// Finds the checkable constraints that a prompt states. It would rather miss one than invent one:
/// a rule votes on what it finds without anybody having judged a pair.
public final class StatedConstraints {
    /// Longer prompts are material rather than requests.
    private static final int LONGEST = 50_000;

    private StatedConstraints() {}

    /// In the order of the prompt; no condition twice.
    public static List<StatedConstraint> in(TextFeatures prompt) {
        return prompt.memo("stated constraints", text -> find(text.text()));
    }

    private static List<StatedConstraint> find(String prompt) {
        Found found = new Found();
        if (prompt.length() <= LONGEST) {
            for (Clause clause : new PromptText(prompt).clauses()) {
                WordingForms.find(clause, found);
                TaskForms.find(clause, found);
                AbsenceForms.find(clause, found);
                ListForms.find(clause, found);
                LengthForms.find(clause, found);
                FormatForms.find(clause, found);
            }
        }
        return found.constraints();
    }
}
