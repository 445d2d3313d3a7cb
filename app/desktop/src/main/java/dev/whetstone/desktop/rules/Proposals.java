package dev.whetstone.desktop.rules;

import dev.whetstone.services.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may be typed at a place of a rule's text.
///
/// @param start of the word at the caret; what is chosen takes its place
/// @param items that begin as the word does first, then those that hold it
record Proposals(int start, int end, List<Item> items) {
    private static final Pattern WORD = Pattern.compile("[@?]?[\\p{L}\\p{N}_]*$");
    private static final List<String> KEYWORDS =
            List.of(
                    "bad(X)", "good(X)", "prefer", "lower", "higher", "when", "and", "or", "not",
                    "by");
    private static final int SHOWN_WORDS = 4;

    /// @param help a line of help; may be empty
    record Item(String insert, String help) {}

    Proposals {
        items = List.copyOf(items);
    }

    static Proposals at(
            String text,
            int caret,
            List<Rules.Completion> known,
            Map<String, List<String>> concepts) {
        String before = text.substring(0, Math.clamp(caret, 0, text.length()));
        Matcher word = WORD.matcher(before);
        String typed = word.find() ? word.group() : "";
        int start = before.length() - typed.length();
        if (inLiteral(before)) {
            return new Proposals(start, before.length(), List.of());
        }
        List<Item> all = new ArrayList<>();
        if (!typed.startsWith("@")) {
            KEYWORDS.forEach(keyword -> all.add(new Item(keyword, "")));
            known.forEach(one -> all.add(new Item(one.insert(), one.help())));
        }
        concepts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> all.add(concept(entry.getKey(), entry.getValue())));
        return new Proposals(start, before.length(), matching(all, typed));
    }

    private static List<Item> matching(List<Item> all, String typed) {
        String needle = typed.toLowerCase(Locale.ROOT);
        List<Item> first = new ArrayList<>();
        List<Item> then = new ArrayList<>();
        for (Item item : all) {
            String insert = item.insert().toLowerCase(Locale.ROOT);
            if (insert.equals(needle)) {
                continue;
            }
            if (insert.startsWith(needle)) {
                first.add(item);
            } else if (insert.contains(needle.replace("@", ""))) {
                then.add(item);
            }
        }
        first.addAll(then);
        return first;
    }

    private static Item concept(String name, List<String> words) {
        String shown = String.join(", ", words.subList(0, Math.min(SHOWN_WORDS, words.size())));
        String more = words.size() > SHOWN_WORDS ? ", …" : "";
        return new Item("@" + name, words.size() + ": " + shown + more);
    }

    /// Whether the text ends inside a quoted string.
    private static boolean inLiteral(String before) {
        boolean open = false;
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) == '\\') {
                i++;
            } else if (before.charAt(i) == '"') {
                open = !open;
            }
        }
        return open;
    }

    /// Whether it is worth showing unasked: two letters of a word, or the sign of a word list.
    boolean unasked(String text) {
        return end - start >= 2 || (end > start && text.charAt(start) == '@');
    }
}
