package dev.whetstone.resources.sample.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A reply taken apart.
///
/// @param lines all lines that are not blank
/// @param items lines of a bulleted or numbered list, without their markers
/// @param sentences of the whole text, items included, each with its final punctuation
record ReplyText(List<String> lines, List<String> items, List<String> sentences) {
    private static final Pattern MARKER = Pattern.compile("^\\s*([-*\u2022]|[0-9]{1,2}[.)])\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[^a-z])");
    private static final Pattern AGAIN = Pattern.compile("^[A-Z][A-Za-z]+( [A-Za-z]+){0,2}: ");

    static ReplyText of(String text) {
        List<String> lines = new ArrayList<>();
        List<String> items = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            lines.add(line.strip());
            String bare = MARKER.matcher(line).replaceFirst("").strip();
            if (bare.length() < line.strip().length() && !bare.isEmpty()) {
                items.add(bare);
            }
            for (String sentence : SENTENCE_END.split(bare)) {
                sentences.add(AGAIN.matcher(sentence).replaceFirst(""));
            }
        }
        return new ReplyText(lines, items, sentences);
    }

    String firstLine() {
        return lines.isEmpty() ? "" : lines.get(0);
    }

    String lastLine() {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
