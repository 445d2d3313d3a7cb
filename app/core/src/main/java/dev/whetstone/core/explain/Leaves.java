package dev.whetstone.core.explain;

import com.google.re2j.Pattern;
import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Mark;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.text.QuantityUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The smallest constituents of an explanation: what the lexicon knows, numbers, quotations,
/// unknown words taken literally, back-references, and clauses that only justify.
final class Leaves {
    private static final double CONTENT_SKIP = 3;
    private static final double FUNCTION_SKIP = 0.2;
    private static final double FILLER_SKIP = 0.05;
    private static final double COLON_SKIP = 0.8;

    /// Makes one long phrase of the lexicon cheaper than its words one by one.
    private static final double PER_ENTRY = 0.01;

    private static final double GUESSED = 0.3;

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

    private static final Set<String> BEFORE_ADVERBS =
            Set.of("not", "nobody", "be", "do", "will", "ought", "have");

    /// Entries that other steps look at.
    private static final Set<String> WITHOUT_CONSTITUENT =
            Set.of("clarify", "unseen", "fill", "v.lackit", "v.command", "v.remove", "opener");

    /// Words that add nothing at the end of a clause: "no greeting either"; and as one: "no list,
    /// nothing".
    private static final Set<String> TRAILING = Set.of("either", "too");

    private static final Set<String> ALONE = Set.of("nothing", "nada", "period");

    private static final Pattern THERE_IS =
            Pattern.compile("(?i)^there(?:'s| is| are| was| were) (?:an? )?");

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
            addWithAdverbs(i, matches);
        }
        rateSkips(matches);
        leaves.addAll(LiteralLeaves.of(words, matches, silent));
        leaves.addAll(Persons.of(words, matches));
        leaves.addAll(BackReferences.of(words, matches, leaves));
        leaves.addAll(WordForms.of(words, matches, lexicon));
        leaves.addAll(ActionLeaves.of(words, matches));
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

    /// "nobody ever", "isn't actually": an adverb inside a phrase goes with the word before it.
    private void addWithAdverbs(int from, List<List<Lexicon.Match>> matches) {
        for (Lexicon.Match match : matches.get(from)) {
            if (BEFORE_ADVERBS.contains(match.entry().category()) && match.end() < words.size()) {
                Item item = match.entry().leaf();
                for (Lexicon.Match adverb : matches.get(match.end())) {
                    if (adverb.entry().category().equals("fill")) {
                        Item with = item.as(item.category(), item.meaning(), FILLER_SKIP);
                        leaves.add(new Leaf(from, adverb.end(), with));
                    }
                }
            }
        }
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
            case NUMBER -> {
                add(i, i + 1, Category.NUMBER, new Amount(word.value()), 0);
                if (word.text().endsWith("%")) {
                    add(i, i + 1, Category.NOUN, LeafReader.literal(word.text()), PER_ENTRY);
                }
                addPrice(i);
            }
            case QUOTATION -> {
                Things quoted = LeafReader.literal(quoted(word.text()));
                add(i, i + 1, Category.NOUN, quoted, 0);
                add(i, i + 1, Category.QUOTED, quoted, 0);
            }
            case LITERAL -> {
                add(i, i + 1, Category.NOUN, LeafReader.literal(word.text()), 0);
                addPrice(i);
            }
            case WORD -> {}
        }
        if (LiteralLeaves.isLetter(word)) {
            add(i, i + 1, Category.ROLE, Role.valueOf(word.original().substring(0, 1)), 0);
        }
        if (word.text().equals("'s")) {
            add(i, i + 1, Category.POSSESSIVE, new Mark("'s"), 0);
        }
        for (Lexicon.Match match : matches) {
            addEntry(i, match);
        }
        if (word.text().equals("always")
                && i > 0
                && Set.of("we", "you").contains(words.get(i - 1).text())) {
            add(i - 1, i + 1, Category.ALWAYS, new Mark("always"), 0);
        }
        addCommands(i);
    }

    /// What is looked for when the expert quotes: without the full stop of the sentence around it,
    /// and without "there is", which only says that the words occur.
    private static String quoted(String quotation) {
        String stripped = quotation.strip();
        String trimmed =
                stripped.length() > 1 && ".,;:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                        ? stripped.substring(0, stripped.length() - 1)
                        : stripped;
        String said = THERE_IS.matcher(trimmed).replaceFirst("");
        return said.isBlank() || said.length() == trimmed.length() ? trimmed : said + "~";
    }

    /// `$500`, `500 €` and `4.5%` as amounts.
    private void addPrice(int i) {
        Word word = words.get(i);
        char sign =
                word.text()
                        .chars()
                        .mapToObj(c -> (char) c)
                        .filter(c -> "$€£%".indexOf(c) >= 0)
                        .findFirst()
                        .orElse(' ');
        QuantityUnit unit =
                switch (sign) {
                    case '$' -> QuantityUnit.DOLLARS;
                    case '€' -> QuantityUnit.EUROS;
                    case '£' -> QuantityUnit.POUNDS;
                    case '%' -> QuantityUnit.PERCENT;
                    default -> null;
                };
        if (unit != null) {
            add(i, i + 1, Category.PRICE, new Meaning.Price(unit, word.value()), 0);
        }
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
        boolean told = i > 0 && words.get(i - 1).text().equals("please");
        boolean so = i > 0 && words.get(i - 1).text().equals("so");
        boolean starts = i == 0 || told || so || words.get(i - 1).kind() == Word.Kind.BREAK;
        if (!starts || i + 1 >= words.size()) {
            return;
        }
        String text = words.get(i).text();
        addCommandVerb(i, matchesAt(i));
        if (i > 0 && bare(i) && matchedAsVerb(i)) {
            // "if the customer is upset, start with an apology": the comma stands for "always"
            add(i - 1, i, Category.ALWAYS, new Mark("always"), so ? -0.1 : 0);
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

    private List<Lexicon.Match> matchesAt(int i) {
        return lexicon.at(words, i);
    }

    /// "add the deadline", "remove the emojis": the bare form of a verb that tells what to change.
    private void addCommandVerb(int i, List<Lexicon.Match> matches) {
        for (Lexicon.Match match : matches) {
            String category = match.entry().category();
            boolean asWritten =
                    match.entry().phrase().startsWith(words.get(i).text())
                            && words.get(i).text().length() > 2;
            if (asWritten && category.equals("v.command")) {
                add(i, match.end(), Category.COMMAND, new Mark("do"), 0);
            } else if (asWritten && category.equals("v.remove")) {
                add(i, match.end(), Category.REMOVE, new Mark("do not"), 0);
            }
        }
    }

    private boolean matchedAsVerb(int i) {
        return matchesAt(i).stream()
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
            if (words.get(i).text().equals(":")) {
                // what stands before a colon is said of what follows, not counted with it
                skipCost[i] = COLON_SKIP;
            }
            silent[i] = isBreak && !endsCount(i);
            for (Lexicon.Match match : matches.get(i)) {
                String category = match.entry().category();
                boolean noun = category.equals("subject") && words.get(i).text().length() > 3;
                if (match.end() == i + 1
                        && FUNCTION.contains(category)
                        && !(noun && LiteralLeaves.namesKind(words, i))) {
                    cheapen(i, FUNCTION_SKIP);
                }
            }
            if (words.get(i).text().equals("'s")) {
                cheapen(i, FUNCTION_SKIP);
            }
            if ((endsClause(i) && addsNothing(i)) || sharpens(i, matches)) {
                cheapen(i, FILLER_SKIP);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            for (Lexicon.Match match : matches.get(i)) {
                if ((match.entry().category().equals("fill") || opens(i, match))
                        && !isPlural(words.get(match.end() - 1), match.entry())
                        && !LiteralLeaves.inList(words, i)) {
                    for (int k = i; k < match.end(); k++) {
                        cheapen(k, FILLER_SKIP);
                    }
                }
            }
        }
    }

    /// "exactly what happens next"
    private boolean sharpens(int i, List<List<Lexicon.Match>> matches) {
        return Set.of("exactly", "precisely", "just").contains(words.get(i).text())
                && i + 1 < words.size()
                && matches.get(i + 1).stream()
                        .anyMatch(match -> match.entry().category().equals("wh"));
    }

    private boolean addsNothing(int i) {
        boolean alone = words.get(i - 1).kind() == Word.Kind.BREAK;
        return (alone ? ALONE : TRAILING).contains(words.get(i).text());
    }

    /// "all three: a greeting, an apology, a sign-off": not three greetings.
    private boolean endsCount(int i) {
        return i > 0
                && words.get(i).text().equals(":")
                && words.get(i - 1).kind() == Word.Kind.NUMBER;
    }

    private boolean endsClause(int i) {
        return i > 0 && (i + 1 == words.size() || words.get(i + 1).kind() == Word.Kind.BREAK);
    }

    /// "what bothers me is that": how a remark is begun, with more to follow.
    private boolean opens(int i, Lexicon.Match match) {
        return match.entry().category().equals("opener")
                && (i == 0 || words.get(i - 1).kind() == Word.Kind.BREAK)
                && match.end() + 1 < words.size();
    }

    /// "in facts" is not "in fact".
    private static boolean isPlural(Word word, LexicalEntry entry) {
        return word.text().endsWith("s")
                && entry.phrase().endsWith(word.text().substring(0, word.text().length() - 1));
    }

    private void cheapen(int i, double cost) {
        skipCost[i] = Math.min(skipCost[i], cost);
        silent[i] = true;
    }
}
