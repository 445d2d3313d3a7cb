package dev.whetstone.services.label;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pairs with known answers, row by row: our pairs files, and the columns of the public preference
/// sets (`answer_0`, `answer_1`, `label` 0 or 1 for the preferred one).
///
/// @param answers p(A preferred)
/// @param groups what keeps pairs of one question together: its first human turn
record LabelledPairs(List<PairText> texts, List<Double> answers, List<String> groups) {
    private static final List<String> PROMPT = List.of("prompt", "instruction", "conversation");

    LabelledPairs {
        texts = List.copyOf(texts);
        answers = List.copyOf(answers);
        groups = List.copyOf(groups);
    }

    /// @throws ServiceException that names file, line and field
    static LabelledPairs read(Path file) {
        List<PairText> texts = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (JsonFiles.Line numbered : JsonFiles.readNumbered(file)) {
            Row row = new Row(file, numbered.number(), numbered.values());
            boolean numberedAnswers = numbered.values().has("answer_0");
            String prompt = row.prompt();
            texts.add(
                    new PairText(
                            prompt,
                            row.text(numberedAnswers ? "answer_0" : "a"),
                            row.text(numberedAnswers ? "answer_1" : "b"),
                            numbered.values().path("source").asText("")));
            answers.add(numberedAnswers ? 1 - row.label() : row.label());
            groups.add(PromptGroups.of(prompt));
        }
        if (texts.isEmpty()) {
            throw new ServiceException("input.empty", file + " holds no pair.", "");
        }
        return new LabelledPairs(texts, answers, groups);
    }

    private record Row(Path file, int line, ObjectNode values) {
        ServiceException bad(String what) {
            return JsonFiles.badLine(file, line, what);
        }

        String text(String field) {
            if (!values.path(field).isTextual()) {
                throw bad("the field \"" + field + "\" is missing or no text");
            }
            return values.path(field).asText();
        }

        String prompt() {
            for (String name : PROMPT) {
                if (values.hasNonNull(name)) {
                    String prompt = PromptTurns.text(values.path(name));
                    if (prompt.isEmpty()) {
                        throw bad("\"" + name + "\" is neither a text nor a list of messages");
                    }
                    return prompt;
                }
            }
            throw bad("the field \"prompt\" is missing");
        }

        double label() {
            JsonNode label = values.path("label");
            if (label.isNumber() && label.asDouble() >= 0 && label.asDouble() <= 1) {
                return label.asDouble();
            }
            return switch (label.asText()) {
                case "a" -> 1;
                case "b" -> 0;
                case "tie" -> .5;
                default -> throw bad("\"label\" is neither a, b, tie nor a number from 0 to 1");
            };
        }
    }
}
