package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Mark;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The smallest constituents of an explanation: what the lexicon knows, numbers, quotations,
/// unknown words taken literally, back-references, and clauses that only justify.
final class Leaves {
    private static final double CONTENT_SKIP = 3;
    private static final double FUNCTION_SKIP = 0.2;
    private static final double FILLER_SKIP = 0.05;
    private static final double LITERAL = 0.6;
    /// Makes one long phrase of the lexicon cheaper than its words one by one.
    private static final double PER_ENTRY = 0.01;

    private static final double GUESSED = 0.5;
    private static final double LISTED = 0.1;
    private static final double KNOWN_AS_LITERAL = 1.2;
    private static final double KNOWN_WITH_OF = 0.9;
    private static final int LONGEST_LITERAL = 3;

    /// Categories of words that carry no content of their own. Negations, quantities and
    /// conjunctions of meaning are not among them: those are never passed over.
    private static final Set<String> FUNCTION =
            Set.of(
                    "det",
                    "be",
                    "do",
                    "will",
                    "to",
                    "and",
                    "of",
                    "in",
                    "from",
                    "by",
                    "as",
                    "with",
                    "subject",
                    "that",
                    "there",
                    "who",
                    "have",
                    "for",
                    "possessive",
                    "any");

    /// Entries that other steps look at.
    private static final Set<String> WITHOUT_CONSTITUENT = Set.of("clarify", "fill", "v.lackit");

    private record Leaf(int from, int to, Item item) {}

    private final List<Word> words;
    private final Lexicon lexicon;
    private final List<Leaf> leaves = new ArrayList<>();
    private final double[] skipCost;
    private final boolean[] silent;

    Leaves(List<Word> words, Lexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
        this.skipCost = new double[words.size()];
        this.silent = new boolean[words.size()];
        List<List<Lexicon.Match>> matches = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            matches.add(lexicon.at(words, i));
        }
        for (int i = 0; i < words.size(); i++) {
            addWord(i, matches.get(i));
        }
        rateSkips(matches);
        addLiterals(matches);
        addBackReferences(matches);
        new Justifications(words, matches)
                .spans()
                .forEach(span -> leaves.add(new Leaf(span.from(), span.to(), span.item())));
    }

    void addTo(Chart chart) {
        leaves.forEach(leaf -> chart.addLeaf(leaf.from(), leaf.to(), leaf.item()));
    }

    double[] skipCosts() {
        return skipCost;
    }

    boolean[] skipsAreSilent() {
        return silent;
    }

    private void add(int from, int to, Category category, Meaning meaning, double cost) {
        leaves.add(new Leaf(from, to, Item.leaf(category, meaning, cost)));
    }

    private void addWord(int i, List<Lexicon.Match> matches) {
        Word word = words.get(i);
        switch (word.kind()) {
            case BREAK -> {
                add(i, i + 1, Category.COMMA, new Mark(","), 0);
                if (word.text().equals(":")) {
                    add(i, i + 1, Category.COLON, new Mark(":"), 0);
                }
            }
            case NUMBER -> add(i, i + 1, Category.NUMBER, new Amount(word.value()), 0);
            case QUOTATION -> {
                Things quoted = LeafReader.literal(trimmed(word.text()));
                add(i, i + 1, Category.NOUN, quoted, 0);
                add(i, i + 1, Category.QUOTED, quoted, 0);
            }
            case LITERAL -> add(i, i + 1, Category.NOUN, LeafReader.literal(word.text()), 0);
            case WORD -> {}
        }
        if (word.original().equals("A") || word.original().equals("B")) {
            add(i, i + 1, Category.ROLE, Role.valueOf(word.original()), 0);
        }
        if (word.text().equals("'s")) {
            add(i, i + 1, Category.POSSESSIVE, new Mark("'s"), 0);
        }
        for (Lexicon.Match match : matches) {
            addEntry(i, match);
        }
        addCommands(i);
    }

    private static String trimmed(String quotation) {
        String stripped = quotation.strip();
        return stripped.length() > 1 && ".,;:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped.substring(0, stripped.length() - 1)
                : stripped;
    }

    private void addEntry(int from, Lexicon.Match match) {
        if (WITHOUT_CONSTITUENT.contains(match.entry().category())) {
            return;
        }
        Item item = match.entry().leaf();
        boolean compares =
                item.category() == Category.ADJ && isComparative(words.get(from), match.entry());
        Category category = compares ? Category.COMPARATIVE : item.category();
        leaves.add(
                new Leaf(
                        from,
                        match.end(),
                        spelt(from, match.end(), item.as(category, item.meaning(), PER_ENTRY))));
    }

    /// What rests on a guess at a misspelt word counts as passing that word over, so that it is
    /// asked about.
    private Item spelt(int from, int to, Item item) {
        Item known = item;
        for (int i = from; i < to; i++) {
            if (!words.get(i).guess().isEmpty()) {
                known = known.guessing(i, GUESSED);
            }
        }
        return known;
    }

    /// "shorter", read as a form of "short".
    private static boolean isComparative(Word word, LexicalEntry entry) {
        return word.text().endsWith("er") && !entry.phrase().startsWith(word.text());
    }

    /// "Never promise", "don't promise", "always give": commands, told by the bare verb.
    private void addCommands(int i) {
        boolean starts = i == 0 || words.get(i - 1).kind() == Word.Kind.BREAK;
        if (!starts || i + 1 >= words.size()) {
            return;
        }
        String text = words.get(i).text();
        if (i > 0 && bare(i) && matchedAsVerb(i)) {
            // "if the customer is upset, start with an apology": the comma stands for "always"
            add(i - 1, i, Category.ALWAYS, new Mark("always"), 0);
        }
        if (text.equals("always") && bare(i + 1)) {
            add(i, i + 1, Category.ALWAYS, new Mark("always"), 0);
        } else if (text.equals("never") && bare(i + 1)) {
            add(i, i + 1, Category.PROHIBITION, new Mark("never"), -0.1);
        } else if (text.equals("do")
                && words.get(i + 1).text().equals("not")
                && i + 2 < words.size()) {
            add(i, i + 2, Category.PROHIBITION, new Mark("do not"), -0.1);
        }
    }

    private boolean matchedAsVerb(int i) {
        return lexicon.at(words, i).stream()
                .map(match -> match.entry())
                .anyMatch(
                        entry ->
                                (entry.category().startsWith("v.")
                                                || entry.category().equals("pred"))
                                        && entry.phrase().startsWith(words.get(i).text()));
    }

    private boolean bare(int i) {
        Word word = words.get(i);
        return word.kind() == Word.Kind.WORD
                && !word.text().endsWith("s")
                && !word.text().endsWith("ed");
    }

    private void rateSkips(List<List<Lexicon.Match>> matches) {
        for (int i = 0; i < words.size(); i++) {
            boolean isBreak = words.get(i).kind() == Word.Kind.BREAK;
            skipCost[i] = isBreak ? FILLER_SKIP : CONTENT_SKIP;
            silent[i] = isBreak;
            for (Lexicon.Match match : matches.get(i)) {
                if (match.end() == i + 1 && FUNCTION.contains(match.entry().category())) {
                    cheapen(i, FUNCTION_SKIP);
                }
            }
            if (words.get(i).text().equals("'s")) {
                cheapen(i, FUNCTION_SKIP);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            for (Lexicon.Match match : matches.get(i)) {
                if (match.entry().category().equals("fill")) {
                    for (int k = i; k < match.end(); k++) {
                        cheapen(k, FILLER_SKIP);
                    }
                }
            }
        }
    }

    private void cheapen(int i, double cost) {
        skipCost[i] = Math.min(skipCost[i], cost);
        silent[i] = true;
    }

    /// Words the lexicon does not know are looked for as they stand; words it knows may be meant
    /// so.
    private void addLiterals(List<List<Lexicon.Match>> matches) {
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
                        || isVerb(word, matches.get(to))
                        || (!listed && (silent[to] || structural(matches.get(to))))) {
                    break;
                }
                known |= matches.get(to).stream().anyMatch(match -> !isCue(match));
                text.append(text.isEmpty() ? "" : " ").append(surface(to));
                add(
                        from,
                        to + 1,
                        Category.NOUN,
                        LeafReader.literal(text.toString()),
                        listed ? LISTED : cost(known, longest > LONGEST_LITERAL));
            }
        }
    }

    private static double cost(boolean known, boolean withOf) {
        return !known ? LITERAL : withOf ? KNOWN_WITH_OF : KNOWN_AS_LITERAL;
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

    private static boolean isCue(Lexicon.Match match) {
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
    private String surface(int i) {
        Word word = words.get(i);
        String typed = word.original();
        boolean meant =
                typed.length() > 1 && typed.substring(1).chars().anyMatch(Character::isUpperCase);
        return meant ? typed : word.text();
    }

    /// "one", "it", "them" stand for a thing named before.
    private void addBackReferences(List<List<Lexicon.Match>> matches) {
        List<Things> named = new ArrayList<>();
        int literalEnd = 0;
        for (int i = 0; i < words.size(); i++) {
            Set<Things> antecedents = new HashSet<>();
            for (int back = named.size() - 1; back >= 0 && antecedents.size() < 2; back--) {
                Things things = named.get(back);
                if (antecedents.add(things)) {
                    addReferences(i, matches.get(i), things, 0.2 + 0.1 * antecedents.size());
                }
            }
            for (Lexicon.Match match : matches.get(i)) {
                if (match.entry().category().equals("thing")
                        && match.end() > literalEnd
                        && !insideLonger(i, match, matches)) {
                    named.add((Things) match.entry().leaf().meaning());
                }
            }
            Leaf literal = longestLiteral(i, matches.get(i));
            if (literal != null) {
                named.add((Things) literal.item().meaning());
                literalEnd = Math.max(literalEnd, literal.to());
            }
        }
    }

    /// A name that the lexicon does not know, as long as it goes.
    private @Nullable Leaf longestLiteral(int from, List<Lexicon.Match> matches) {
        Leaf longest = null;
        for (Leaf leaf : leaves) {
            if (leaf.from() == from
                    && leaf.item().category() == Category.NOUN
                    && matches.stream().allMatch(Leaves::isCue)
                    && (longest == null || leaf.to() > longest.to())) {
                longest = leaf;
            }
        }
        return longest;
    }

    /// "list" in "bullet list" is not named by itself.
    private static boolean insideLonger(
            int from, Lexicon.Match match, List<List<Lexicon.Match>> matches) {
        for (int start = 0; start <= from; start++) {
            for (Lexicon.Match other : matches.get(start)) {
                if (other.entry().category().equals("thing")
                        && other.end() >= match.end()
                        && other.end() - start > match.end() - from) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final Set<String> PRONOUNS = Set.of("one", "it", "them", "any", "that", "none");

    private void addReferences(int i, List<Lexicon.Match> matches, Things things, double cost) {
        if (PRONOUNS.contains(words.get(i).text())) {
            add(i, i + 1, Category.NOUN, things, cost);
        }
        if (words.get(i).text().equals("none")) {
            add(i, i + 1, Category.TEST, Test.neutral(Terms.absent(things, Scope.RESPONSE)), cost);
        }
        for (Lexicon.Match match : matches) {
            if (match.entry().category().equals("v.lackit")) {
                Test absent = Test.neutral(Terms.absent(things, Scope.RESPONSE));
                leaves.add(new Leaf(i, match.end(), Item.leaf(Category.VP, absent, cost)));
            }
        }
    }
}
