package dev.whetstone.services.explain;

import dev.whetstone.core.explain.Chosen;
import dev.whetstone.core.explain.Clarification;
import dev.whetstone.core.explain.OwnPair;
import dev.whetstone.core.explain.Rivals;
import dev.whetstone.core.explain.SlotFit;
import dev.whetstone.core.explain.WordUse;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.services.vote.ConceptBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads explanations with the explanation parser, and holds every reading against the pair it
/// explains. A text in the rule language is taken as the rule that it is.
public final class ExplanationReader implements SentenceReader {
    private final ProjectParser parser;
    private final ConceptBook concepts;

    public ExplanationReader(ProjectParser parser, ConceptBook concepts) {
        this.parser = parser;
        this.concepts = concepts;
    }

    @Override
    public Understood read(Said said) {
        String text = said.explanation().text();
        try {
            String rule = RulePrinter.print(RuleParser.parse(text));
            return new Understood(
                    List.of(new Word(0, text.length(), Word.Use.USED)),
                    List.of(new Reading(rule, 0, true, List.of())),
                    List.of());
        } catch (RuleSyntaxException notARule) {
            return sentence(said);
        }
    }

    private Understood sentence(Said said) {
        var understanding =
                parser.parser()
                        .parse(
                                said.explanation().text(),
                                said.explanation().box(),
                                chosen(said.ranking()));
        List<Word> words = understanding.words().stream().map(ExplanationReader::word).toList();
        List<Reading> readings = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        Optional<PairText> pair = ownPair(said);
        for (var reading :
                Rivals.needed(
                        understanding.readings(),
                        rule -> pair.isPresent() && supports(rule, pair.get()))) {
            int group = 0;
            boolean whole = reading.skipped().isEmpty() && reading.guessed().isEmpty();
            int before = readings.size();
            addReading(reading.rule(), group, whole, pair, said, readings, questions);
            Optional<Rule> neither =
                    BothOrNeither.neither(said.explanation().text(), reading.rule());
            if (neither.isPresent()) {
                addReading(neither.get(), group, whole, pair, said, readings, questions);
            }
            for (Rule also : reading.also()) {
                group++;
                addReading(also, group, whole, pair, said, readings, questions);
            }
            for (String slip : reading.guessed()) {
                String caution = "took “" + slip + "” for a slip of the pen";
                readings.subList(before, readings.size()).replaceAll(known -> known.with(caution));
            }
        }
        if (readings.stream().anyMatch(Reading::certain)) {
            // another reading speaks for the chosen reply: that one is meant
            questions.clear();
        }
        if (understanding.question().kind() != Clarification.Kind.NONE) {
            questions.addFirst(
                    Questions.of(
                            understanding.question(),
                            understanding.words().stream()
                                    .filter(word -> word.use() == WordUse.Use.SKIPPED)
                                    .map(WordUse::text)
                                    .toList()));
        }
        questions.removeIf(question -> said.answers().containsKey(question.id()));
        return new Understood(words, readings, questions.stream().limit(1).toList());
    }

    private void addReading(
            Rule rule,
            int group,
            boolean whole,
            Optional<PairText> pair,
            Said said,
            List<Reading> readings,
            List<Question> questions) {
        OwnPair own = pair.map(p -> against(rule, p)).orElse(OwnPair.ABSTAINS);
        switch (own) {
            case SUPPORTS ->
                    readings.add(new Reading(RulePrinter.print(rule), group, whole, List.of()));
            case ABSTAINS ->
                    readings.add(
                            new Reading(
                                    RulePrinter.print(rule),
                                    group,
                                    false,
                                    pair.isEmpty()
                                            ? List.of()
                                            : List.of("does not tell these two replies apart")));
            case CONTRADICTS -> {
                Optional<Rule> opposite = OwnPair.opposite(rule);
                if (Questions.saysOpposite(said.answers()) && opposite.isPresent()) {
                    readings.add(
                            new Reading(
                                    RulePrinter.print(opposite.get()), group, whole, List.of()));
                } else if (opposite.isPresent()) {
                    questions.add(Questions.opposite());
                }
            }
        }
    }

    private boolean supports(Rule rule, PairText pair) {
        return against(rule, pair) == OwnPair.SUPPORTS;
    }

    private OwnPair against(Rule rule, PairText pair) {
        Concepts known = concepts.concepts();
        return OwnPair.of(rule, SlotFit.of(rule, pair, known), pair, known);
    }

    private static Word word(WordUse use) {
        return new Word(
                use.start(),
                use.end(),
                switch (use.use()) {
                    case USED, GUESSED -> Word.Use.USED;
                    case JUSTIFICATION -> Word.Use.REASON;
                    case SKIPPED -> Word.Use.UNKNOWN;
                });
    }

    /// Explanations that speak of A and B mean the first and second reply of the file.
    private static Chosen chosen(Ranking ranking) {
        return switch (ranking.compare(0, 1)) {
            case 1 -> Chosen.A;
            case -1 -> Chosen.B;
            default -> Chosen.UNKNOWN;
        };
    }

    private static Optional<PairText> ownPair(Said said) {
        return OwnPairs.of(said.prompt(), said.responses(), said.ranking());
    }
}
