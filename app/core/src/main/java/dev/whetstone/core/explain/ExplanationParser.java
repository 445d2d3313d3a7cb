package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Whole;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Understands explanations. Instances are immutable and may be shared between threads.
///
/// The method is semantic parsing into a typed language (as in the line of SippyCup and
/// BabbleLabble, see docs/decisions), with two differences that matter: no word is dropped
/// silently, and polarity comes from the box and the choice, not from the wording alone.
public final class ExplanationParser {
    /// Words beyond this are not parsed; the explanation then gives a question.
    static final int MOST_WORDS = 40;

    private static final int MOST_READINGS = 3;
    /// Readings dearer than the best by more than this are not worth showing.
    private static final double WORSE_BY = 1.0;

    /// Below the cost of passing over a content word. Most sentences that are understood are
    /// understood within it; then one word more, then any number.
    private static final double FIRST_BOUND = 2.5;

    private static final double WIDENED_BY = 3;
    private static final double LAST_BOUND = 6;

    /// A cue of so many words that is half of the sentence is what it says, whatever its words can
    /// be made to mean.
    private static final int LONG_CUE = 3;

    private final Lexicon lexicon;
    private final Spelling spelling;
    private final Prefix.Tree productions = Prefix.of(Grammar.productions());

    public ExplanationParser(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.spelling = new Spelling(lexicon.words(), WordLists.of("real-words.txt"));
    }

    /// @param chosen which of A and B the expert chose, where the explanation may use letters
    public Understanding parse(String explanation, Box box, Chosen chosen) {
        List<Word> words = spelling.guess(WordSplitter.split(explanation));
        if (words.stream().noneMatch(word -> word.kind() != Word.Kind.BREAK)) {
            return new Understanding(
                    Understanding.Outcome.RATIONALE,
                    List.of(),
                    List.of(),
                    new Clarification(Clarification.Kind.NONE, ""));
        }
        Clarification cue = Cues.find(words, lexicon);
        if (words.size() > MOST_WORDS) {
            return question(words, List.of(), cue);
        }
        boolean outright = isMost(cue, words) || Cues.isAll(cue, words, lexicon);
        return decide(words, readings(words, box, chosen), cue, outright);
    }

    private static boolean isMost(Clarification cue, List<Word> words) {
        int length = cue.cue().split(" ").length;
        long said = words.stream().filter(word -> word.kind() != Word.Kind.BREAK).count();
        return length >= LONG_CUE && 2 * length >= said;
    }

    /// The readings within reach of the cheapest, which is looked for among cheap ones first. A
    /// bound cuts nothing off below it, so the readings are those that a chart of everything gives.
    private List<Reading> readings(List<Word> words, Box box, Chosen chosen) {
        Leaves leaves = new Leaves(words, lexicon);
        Chart chart = new Chart(productions, leaves.skipCosts(), leaves.skipsAreSilent());
        leaves.addTo(chart);
        List<Reading> readings = List.of();
        double bound = FIRST_BOUND;
        while (true) {
            List<Item> statements = chart.parse(Category.STATEMENT, bound);
            readings = distinct(statements, words, box, chosen);
            double needed =
                    readings.isEmpty() ? bound + WIDENED_BY : readings.getFirst().cost() + WORSE_BY;
            if (needed <= bound || bound > LAST_BOUND) {
                return readings;
            }
            bound = needed > LAST_BOUND ? Double.POSITIVE_INFINITY : needed;
        }
    }

    private static List<Reading> distinct(
            List<Item> statements, List<Word> words, Box box, Chosen chosen) {
        Map<Rule, Reading> distinct = new LinkedHashMap<>();
        for (Item item : statements) {
            List<Rule> rules = RuleBuilder.build((Whole) item.meaning(), box, chosen);
            if (!rules.isEmpty()) {
                Reading reading =
                        new Reading(
                                rules.getFirst(),
                                rules.subList(1, rules.size()),
                                item.cost(),
                                uses(words, item));
                distinct.putIfAbsent(NormalForm.of(rules.getFirst()), reading);
            }
        }
        List<Reading> kept = new ArrayList<>();
        for (Reading reading : distinct.values()) {
            if (kept.size() < MOST_READINGS
                    && (kept.isEmpty() || reading.cost() <= kept.getFirst().cost() + WORSE_BY)) {
                kept.add(reading);
            }
        }
        return kept;
    }

    private static List<WordUse> uses(List<Word> words, Item item) {
        List<WordUse> uses = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            long bit = 1L << i;
            WordUse.Use use =
                    (item.skipped() & bit) != 0
                            ? WordUse.Use.SKIPPED
                            : (item.justification() & bit) != 0
                                    ? WordUse.Use.JUSTIFICATION
                                    : (item.guessed() & bit) != 0
                                            ? WordUse.Use.GUESSED
                                            : WordUse.Use.USED;
            Word word = words.get(i);
            uses.add(new WordUse(word.original(), word.start(), word.end(), use));
        }
        return uses;
    }

    private static Understanding decide(
            List<Word> words, List<Reading> readings, Clarification cue, boolean outright) {
        if (readings.isEmpty() || outright) {
            return question(words, readings, cue);
        }
        if (!readings.getFirst().skipped().isEmpty()) {
            return question(words, readings, cue);
        }
        List<Reading> whole = readings.stream().filter(r -> r.skipped().isEmpty()).toList();
        return new Understanding(
                Understanding.Outcome.RULE,
                whole,
                whole.getFirst().words(),
                new Clarification(Clarification.Kind.NONE, ""));
    }

    private static Understanding question(
            List<Word> words, List<Reading> readings, Clarification cue) {
        List<WordUse> uses =
                readings.isEmpty()
                        ? words.stream()
                                .map(
                                        w ->
                                                new WordUse(
                                                        w.original(),
                                                        w.start(),
                                                        w.end(),
                                                        w.kind() == Word.Kind.BREAK
                                                                ? WordUse.Use.USED
                                                                : WordUse.Use.SKIPPED))
                                .toList()
                        : readings.getFirst().words();
        Clarification asked =
                cue.kind() != Clarification.Kind.NONE
                        ? cue
                        : new Clarification(
                                readings.isEmpty()
                                        ? Clarification.Kind.NOTHING
                                        : Clarification.Kind.PARTLY,
                                "");
        return new Understanding(Understanding.Outcome.QUESTION, readings, uses, asked);
    }

    /// For messages and tests: the best reading's rule as text, or an empty string.
    static String bestRule(Understanding understanding) {
        return understanding.readings().isEmpty()
                ? ""
                : RulePrinter.print(understanding.readings().getFirst().rule());
    }
}
