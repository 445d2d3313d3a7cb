package dev.whetstone.services.bench;

import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Texts to measure with, each on one line, no two equal.
public final class BenchTexts {
    private static final List<String> WORDS =
            List.of(
                    "the",
                    "claim",
                    "was",
                    "settled",
                    "after",
                    "we",
                    "received",
                    "your",
                    "letter",
                    "and",
                    "photographs",
                    "of",
                    "damage",
                    "please",
                    "send",
                    "an",
                    "invoice",
                    "to",
                    "office",
                    "before",
                    "Friday",
                    "so",
                    "that",
                    "payment",
                    "can",
                    "follow");

    private BenchTexts() {}

    /// Made lines of 20 to 119 words.
    public static List<String> made(int count, long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("Text ").append(i).append(':');
            for (int words = 20 + random.nextInt(100); words > 0; words--) {
                text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
            }
            texts.add(text.append('.').toString());
        }
        return texts;
    }

    /// The first different responses of a pairs file, line breaks as blanks.
    ///
    /// @throws ServiceException when the file has none
    public static List<String> responses(Path pairs, int count) {
        Set<String> texts = new LinkedHashSet<>();
        for (PairText pair : BenchPairs.read(List.of(pairs))) {
            Stream.of(pair.first(), pair.second())
                    .map(text -> text.replaceAll("\\s+", " ").strip())
                    .filter(text -> !text.isEmpty() && texts.size() < count)
                    .forEach(texts::add);
        }
        if (texts.isEmpty()) {
            throw new ServiceException("input.empty", pairs + " holds no response.", "");
        }
        return List.copyOf(texts);
    }
}
