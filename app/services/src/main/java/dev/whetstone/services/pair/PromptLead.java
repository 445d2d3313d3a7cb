package dev.whetstone.services.pair;

import java.util.List;

/// The first words of a prompt that say something, on one line: a salutation such as "To the claims
/// desk:" is passed over, lines are joined.
public final class PromptLead {
    private static final int SALUTATION_WORDS = 6;

    private PromptLead() {}

    /// @param limit most characters, the ellipsis included
    public static String of(String prompt, int limit) {
        List<String> lines =
                prompt.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int from = lines.size() > 1 && isSalutation(lines.getFirst()) ? 1 : 0;
        String text = String.join(" ", lines.subList(from, lines.size()));
        return text.length() <= limit ? text : text.substring(0, limit - 1).stripTrailing() + "…";
    }

    private static boolean isSalutation(String line) {
        boolean opens = line.endsWith(":") || line.endsWith(",") || line.endsWith("!");
        return opens && line.split("\\s+").length <= SALUTATION_WORDS;
    }
}
