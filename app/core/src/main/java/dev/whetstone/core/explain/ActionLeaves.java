package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Stretches that tell what somebody is to do ("to call the number on the back of the card"). They
/// are looked for as they stand, save that the article before the last word may be any: the reply
/// says "your card".
final class ActionLeaves {
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "their", "his", "her", "your", "our", "its", "my", "this");
    private static final Set<String> PREPOSITIONS = Set.of("with", "to", "at", "on", "by", "in");
    private static final Set<String> ENDS =
            Set.of(
                    "and",
                    "or",
                    "but",
                    "if",
                    "when",
                    "unless",
                    "because",
                    "although",
                    "though",
                    "without",
                    "instead",
                    "before",
                    "after",
                    "rather",
                    "while",
                    "which",
                    "that",
                    "not",
                    "never",
                    "no");
    private static final Set<String> OPENERS = Set.of("to", "will", "would", "should", "must");
    private static final int MOST = 9;
    private static final double COST = 0.9;
    private static final double OBJECT_COST = 0.5;

    private ActionLeaves() {}

    static List<Leaf> of(List<Word> words, List<List<Lexicon.Match>> matches) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            if (OPENERS.contains(words.get(i - 1).text())) {
                add(i, words, matches, Category.ACTION, COST, leaves);
                for (Lexicon.Match match : matches.get(i)) {
                    if (match.entry().category().equals("v.act")) {
                        add(
                                match.end(),
                                words,
                                matches,
                                Category.ACTION_OBJECT,
                                OBJECT_COST,
                                leaves);
                    }
                }
            }
        }
        return leaves;
    }

    private static void add(
            int from,
            List<Word> words,
            List<List<Lexicon.Match>> matches,
            Category category,
            double cost,
            List<Leaf> leaves) {
        List<String> said = new ArrayList<>();
        int start = from;
        boolean object = category == Category.ACTION_OBJECT;
        while (start < words.size()
                && (ARTICLES.contains(words.get(start).text())
                        || (object && PREPOSITIONS.contains(words.get(start).text())))) {
            start++;
        }
        for (int to = start; to < Math.min(words.size(), start + MOST); to++) {
            Word word = words.get(to);
            if (word.kind() == Word.Kind.BREAK
                    || ENDS.contains(word.text())
                    || isAmount(matches.get(to))) {
                break;
            }
            said.add(LiteralLeaves.surface(word));
            boolean whole =
                    !ARTICLES.contains(word.text())
                            && !PREPOSITIONS.contains(word.text())
                            && !endsInFiller(start, to + 1, matches);
            if (whole) {
                leaves.add(
                        new Leaf(
                                from,
                                to + 1,
                                Item.leaf(category, LeafReader.literal(open(said), said), cost)));
            }
        }
    }

    /// "at once", "please": said of the doing, and nothing that a reply has to say too.
    private static boolean endsInFiller(int start, int end, List<List<Lexicon.Match>> matches) {
        for (int k = start + 1; k < end; k++) {
            for (Lexicon.Match match : matches.get(k)) {
                if (match.end() == end && match.entry().category().equals("fill")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// "more than ten days" is measured, not looked for.
    private static boolean isAmount(List<Lexicon.Match> matches) {
        return matches.stream()
                .map(match -> match.entry().category())
                .anyMatch(
                        category ->
                                category.startsWith("quant.g") || category.startsWith("quant.l"));
    }

    /// The words with a wildcard for the last article.
    private static String open(List<String> said) {
        List<String> open = new ArrayList<>(said);
        for (int i = open.size() - 2; i > 0; i--) {
            if (ARTICLES.contains(open.get(i))) {
                open.set(i, "*");
                break;
            }
        }
        return String.join(" ", open);
    }
}
