package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Pairs to measure on: our pairs files, and the column names of the public preference sets.
final class BenchPairs {
    private static final List<String> PROMPT = List.of("prompt", "instruction", "conversation");
    private static final List<String> FIRST = List.of("a", "answer_0");
    private static final List<String> SECOND = List.of("b", "answer_1");

    private BenchPairs() {}

    static List<PairText> read(List<Path> files) {
        List<PairText> pairs = new ArrayList<>();
        for (Path file : files) {
            int line = 0;
            for (JsonNode row : JsonFiles.readLines(file)) {
                line++;
                pairs.add(
                        new PairText(
                                prompt(file, line, field(file, line, row, PROMPT)),
                                field(file, line, row, FIRST).asText(),
                                field(file, line, row, SECOND).asText(),
                                row.path("source").asText("")));
            }
        }
        if (pairs.isEmpty()) {
            throw new ServiceException("bench.empty", files.getFirst() + " holds no pair.", "");
        }
        return pairs;
    }

    private static JsonNode field(Path file, int line, JsonNode row, List<String> names) {
        for (String name : names) {
            if (row.hasNonNull(name)) {
                return row.path(name);
            }
        }
        throw JsonFiles.badLine(file, line, "the field \"" + names.getFirst() + "\" is missing");
    }

    private static String prompt(Path file, int line, JsonNode prompt) {
        if (prompt.isTextual()) {
            return prompt.asText();
        }
        List<Message> turns = PromptTurns.of(prompt);
        if (turns.isEmpty()) {
            throw JsonFiles.badLine(
                    file, line, "\"prompt\" is neither a text nor a list of messages");
        }
        return new Prompt(new UUID(0, line), turns, "").text();
    }

    /// The pairs again and again until there are `count`. In copy c >= 1 both responses lose their
    /// last c characters and get a blank and the c-th letter instead, so that nothing known about
    /// the original answers for it.
    static List<PairText> repeated(List<PairText> base, int count) {
        return List.copyOf(made(base, count));
    }

    /// The same pairs, each made when it is asked for and held nowhere.
    static List<PairText> made(List<PairText> base, int count) {
        return new AbstractList<>() {
            @Override
            public PairText get(int index) {
                return copy(base.get(index % base.size()), index / base.size());
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private static PairText copy(PairText pair, int number) {
        return number == 0
                ? pair
                : new PairText(
                        pair.prompt(),
                        altered(pair.first(), number),
                        altered(pair.second(), number),
                        pair.source());
    }

    private static String altered(String text, int copy) {
        int kept = Math.max(0, text.codePointCount(0, text.length()) - copy);
        return text.substring(0, text.offsetByCodePoints(0, kept))
                + " "
                + Character.toString('`' + copy);
    }
}
