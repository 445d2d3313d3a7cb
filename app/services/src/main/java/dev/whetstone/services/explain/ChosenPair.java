package dev.whetstone.services.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.explain.Chosen;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import java.nio.file.Path;
import java.util.List;

/// A pair of which one reply was chosen.
public record ChosenPair(PairText text, Chosen chosen) {
    /// Reads one JSON object of the pairs file's shape; its label says which reply was chosen.
    ///
    /// @throws ServiceException `input.json`, naming file and field
    public static ChosenPair read(Path file) {
        JsonNode row = JsonFiles.read(file, JsonNode.class);
        for (String side : List.of("a", "b")) {
            if (!row.path(side).isTextual() || row.path(side).asText().isBlank()) {
                throw problem(file, side, "is not a text");
            }
        }
        String prompt = PromptTurns.text(row.path("prompt"));
        if (prompt.isEmpty()) {
            throw problem(file, "prompt", "is neither a text nor a list of messages");
        }
        return new ChosenPair(
                new PairText(
                        prompt,
                        row.path("a").asText(),
                        row.path("b").asText(),
                        row.path("source").asText("")),
                chosen(file, row.path("label")));
    }

    private static Chosen chosen(Path file, JsonNode label) {
        double p =
                switch (label.asText("")) {
                    case "a" -> 1;
                    case "b" -> 0;
                    default -> label.isNumber() ? label.asDouble() : Double.NaN;
                };
        if (p > .5 && p <= 1) {
            return Chosen.A;
        }
        if (p >= 0 && p < .5) {
            return Chosen.B;
        }
        throw problem(file, "label", "does not say whether \"a\" or \"b\" was chosen");
    }

    private static ServiceException problem(Path file, String field, String what) {
        return new ServiceException(
                "input.json",
                file + ": the field \"" + field + "\" " + what,
                "Write {\"prompt\": \"...\", \"a\": \"...\", \"b\": \"...\", \"label\": \"a\"}.");
    }

    PairText chosenFirst() {
        return chosen == Chosen.A ? text : text.swapped();
    }
}
