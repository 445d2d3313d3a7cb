package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words that are looked for as they stand.
final class LiteralLeaves {
    private static final double LITERAL = 0.6;
    private static final double LISTED = 0.1;
    private static final double KNOWN_AS_LITERAL = 1.2;
    private static final double KNOWN_WITH_OF = 0.9;
    private static final int LONGEST_LITERAL = 3;
    private static final Set<String> BEFORE_NOUN =
            Set.of("det", "of", "about", "for", "with", "no", "any", "possessive", "v.askabout");

    private final List<Word> words;
    private final List<List<Lexicon.Match>> matches;
    private final boolean[] silent;
    private final List<Leaf> leaves = new ArrayList<>();

    private LiteralLeaves(List<Word> words, List<List<Lexicon.Match>> matches, boolean[] silent) {
        this.words = words;
        this.matches = matches;
        this.silent = silent;
    }

    /// @param silent whether a word carries no content of its own
    static List<Leaf> of(List<Word> words, List<List<Lexicon.Match>> matches, boolean[] silent) {
        LiteralLeaves literals = new LiteralLeaves(words, matches, silent);
        literals.add();
        return literals.leaves;
    }

    /// Words the lexicon does not know are looked for as they stand; words it knows may be meant
    /// so.
    private void add() {
        for (int from = 0; from < words.size(); from++) {
            StringBuilder text = new StringBuilder();
            boolean known = false;
            int longest = LONGEST_LITERAL;
            for (int to = from; to < Math.min(words.size(), from + longest); to++) {
                Word word = words.get(to);
                if (to > from && word.text().equals("of") && longest == LONGEST_LITERAL) {
                    // "date of birth"
                    text.append(" of");
                    longest++;
                    continue;
                }
                boolean listed = to == from && inList(to);
                if (word.kind() != Word.Kind.WORD
                        || isLetter(word)
                        || actsOnPronoun(to)
                        || (isVerb(word, matches.get(to)) && !(to == from && namesThing(to)))
                        || (!listed
                                && (silent[to] || structural(matches.get(to)))
                                && !(to > from && word.text().equals("time")))) {
                    break;
                }
                known |= matches.get(to).stream().anyMatch(match -> !isCue(match));
                text.append(text.isEmpty() ? "" : " ").append(surface(word));
                leaves.add(
                        new Leaf(
                                from,
                                to + 1,
                                Item.leaf(
                                        Category.NOUN,
                                        LeafReader.literal(text.toString()),
                                        listed ? LISTED : cost(known, longest > LONGEST_LITERAL))));
            }
        }
    }

    private static double cost(boolean known, boolean withOf) {
        return !known ? LITERAL : withOf ? KNOWN_WITH_OF : KNOWN_AS_LITERAL;
    }

    /// An unknown verb with its object: "never frobnicates it".
    private boolean actsOnPronoun(int i) {
        return i + 1 < words.size()
                && words.get(i).text().matches("\\p{L}{3,}(s|ed)")
                && Set.of("it", "them", "him", "her").contains(words.get(i + 1).text())
                && matches.get(i).stream().allMatch(LiteralLeaves::isCue);
    }

    /// After an article or a preposition stands a noun: "about shares".
    private boolean namesThing(int i) {
        return i > 0
                && matches.get(i - 1).stream()
                        .anyMatch(
                                match ->
                                        match.end() == i
                                                && BEFORE_NOUN.contains(match.entry().category()));
    }

    /// An inflected verb is no name of a thing.
    private static boolean isVerb(Word word, List<Lexicon.Match> matches) {
        return matches.stream()
                .map(match -> match.entry())
                .anyMatch(
                        entry ->
                                (entry.category().startsWith("v.")
                                                || entry.category().startsWith("pred"))
                                        && !word.text().endsWith("ing")
                                        && !entry.phrase().startsWith(word.text()));
    }

    private static boolean isLetter(Word word) {
        return word.original().equals("A") || word.original().equals("B");
    }

    /// After a colon, between commas: words that are meant as words.
    private boolean inList(int i) {
        for (int k = i - 1; k >= 0; k--) {
            if (words.get(k).text().equals(":")) {
                return true;
            }
            if (words.get(k).kind() != Word.Kind.BREAK && !words.get(k).text().matches("and|or")) {
                boolean commaFollows = words.get(k + 1).kind() == Word.Kind.BREAK;
                if (!commaFollows && !words.get(k + 1).text().matches("and|or")) {
                    return false;
                }
            }
        }
        return false;
    }

    static boolean isCue(Lexicon.Match match) {
        return match.entry().category().equals("clarify");
    }

    private static final Set<String> NEVER_LITERAL =
            Set.of(
                    "not",
                    "no",
                    "but",
                    "instead",
                    "unless",
                    "if",
                    "though",
                    "because",
                    "before",
                    "after",
                    "both",
                    "neither",
                    "either",
                    "or",
                    "only",
                    "every",
                    "everything",
                    "customer",
                    "prompt",
                    "ought",
                    "polarity",
                    "quant.gt",
                    "quant.ge",
                    "v.lack",
                    "v.fail",
                    "than",
                    "too",
                    "more",
                    "less",
                    "quant.many",
                    "quant.few",
                    "quant.lt",
                    "quant.le",
                    "about",
                    "for",
                    "like",
                    "times",
                    "twice",
                    "once",
                    "wh",
                    "place",
                    "without",
                    "unlike",
                    "differ",
                    "ormore",
                    "orless",
                    "stop");

    private static boolean structural(List<Lexicon.Match> matches) {
        return matches.stream().anyMatch(match -> NEVER_LITERAL.contains(match.entry().category()));
    }

    /// As typed where capitals carry meaning (VAT, iPhone), lower case otherwise.
    static String surface(Word word) {
        String typed = word.original();
        boolean meant =
                typed.length() > 1 && typed.substring(1).chars().anyMatch(Character::isUpperCase);
        return meant ? typed : word.text();
    }
}
