package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words that are looked for as they stand.
final class LiteralLeaves {
    private static final double LITERAL = 0.6;
    private static final double LISTED = 0.1;
    private static final double KNOWN_AS_LITERAL = 1.2;
    private static final double KNOWN_WITH_OF = 0.7;
    private static final double WITH_OF_THE = 1.1;
    private static final int LONGEST_LITERAL = 3;
    /// Nouns that mostly need another before them to say what is meant: the whole is a name.
    private static final Set<String> HEADS = WordLists.of("heads.txt");

    private static final Set<String> NOUNS = Set.of("wordnoun", "unit", "thing");
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
                if (to > from
                        && word.text().equals("of")
                        && longest == LONGEST_LITERAL
                        && !isA(from, "v.mention")) {
                    // "date of birth"
                    text.append(" of");
                    longest++;
                    if (to + 1 < words.size() && isA(to + 1, "det")) {
                        text.append(" *");
                        longest++;
                        to++;
                    }
                    continue;
                }
                boolean listed = to == from && inList(words, to);
                boolean named = to == from && to > 0 && isA(to - 1, "wordnoun");
                if (word.kind() != Word.Kind.WORD
                        || isLetter(word)
                        || actsOnPronoun(to)
                        || isCounted(to)
                        || (isVerb(word, matches.get(to))
                                && !listed
                                && !named
                                && !(to == from && namesThing(to)))
                        || (!listed
                                && (silent[to] || structural(matches.get(to)))
                                && !(to > from && word.text().matches("times?"))
                                && !isObject(to)
                                && !namesMember(from, to)
                                && !isRole(to)
                                && !isClaimed(to))) {
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
                                        listed ? LISTED : cost(from, to, known))));
            }
        }
    }

    private double cost(int from, int to, boolean known) {
        for (int i = from + 1; i < to; i++) {
            if (isA(i, "det")) {
                return WITH_OF_THE;
            }
        }
        boolean kind = to > from && isHead(words.get(to));
        if (!known || kind) {
            return LITERAL;
        }
        boolean withOf = words.subList(from, to).stream().anyMatch(w -> w.text().equals("of"));
        return withOf ? KNOWN_WITH_OF : KNOWN_AS_LITERAL;
    }

    /// "model number", "reply slip": a word for the reply that says which kind of a thing is meant.
    static boolean namesKind(List<Word> words, int i) {
        return i + 1 < words.size() && isHead(words.get(i + 1));
    }

    /// "member number": a word for a person that says whose number it is.
    private boolean namesMember(int from, int to) {
        return from == to
                && isA(to, "customer")
                && words.get(to).text().length() > 4
                && namesKind(words, to);
    }

    /// "names the model": a word for the reply, after a verb and an article.
    private boolean isObject(int i) {
        return i > 1
                && words.get(i).text().length() > 3
                && isA(i, "subject")
                && isA(i - 1, "det")
                && matches.get(i - 2).stream()
                        .anyMatch(
                                match ->
                                        match.end() == i - 1
                                                && match.entry().category().startsWith("v."));
    }

    /// "unless the reader is a student": what somebody is.
    private boolean isRole(int i) {
        return i > 1
                && isA(i, "customer")
                && Set.of("a", "an").contains(words.get(i - 1).text())
                && isA(i - 2, "be");
    }

    /// "says that it is harmless": a word of praise or blame that the reply is said to use.
    private boolean isClaimed(int i) {
        if (i < 3 || !isA(i, "polarity") || !isA(i - 1, "be")) {
            return false;
        }
        for (int k = i - 2; k >= 0 && words.get(k).kind() != Word.Kind.BREAK; k--) {
            if (isA(k, "v.say")) {
                return true;
            }
        }
        return false;
    }

    private boolean isA(int i, String category) {
        return matches.get(i).stream()
                .anyMatch(
                        match -> match.end() == i + 1 && match.entry().category().equals(category));
    }

    private static boolean isHead(Word word) {
        return word.bases().stream().anyMatch(HEADS::contains);
    }

    /// "20 words" are so many words, not the word "words".
    private boolean isCounted(int i) {
        return i > 0 && words.get(i - 1).kind() == Word.Kind.NUMBER && isA(i, "unit");
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
        boolean noun = matches.stream().anyMatch(match -> NOUNS.contains(match.entry().category()));
        return !noun
                && matches.stream()
                        .map(match -> match.entry())
                        .anyMatch(
                                entry ->
                                        (entry.category().startsWith("v.")
                                                        || entry.category().startsWith("pred"))
                                                && !word.text().endsWith("ing")
                                                && !entry.phrase().startsWith(word.text()));
    }

    /// Whether the word names a reply: A or B, also as "B's".
    static boolean isLetter(Word word) {
        return word.original().matches("[AB](?:['’]s)?") && word.text().length() == 1;
    }

    /// After a colon, between commas: words that are meant as words.
    static boolean inList(List<Word> words, int i) {
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
                    "stop",
                    "enough",
                    "language",
                    "unseen",
                    "please");

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
