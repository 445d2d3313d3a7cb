package dev.whetstone.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotDefaults;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.lf.vote.PairText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotFitTest {
    private static SlotValues fit(String rule, PairText pair) throws RuleSyntaxException {
        return SlotFit.of(RuleParser.parse(rule), pair, StarterConcepts.concepts());
    }

    @Test
    void startingValuesStayWhereTheyTellTheRepliesApart() throws RuleSyntaxException {
        Rule rule = RuleParser.parse("prefer lower words(X) by ?m");
        PairText pair = PairText.of("?", "Short.", "word ".repeat(30));
        assertThat(SlotFit.of(rule, pair, StarterConcepts.concepts()))
                .isEqualTo(SlotDefaults.of(rule));
    }

    @Test
    void aMarginShrinksToTheDifferenceThatTheExpertSaw() throws RuleSyntaxException {
        PairText pair = PairText.of("?", "word ".repeat(10), "word ".repeat(21));
        assertThat(fit("prefer lower words(X) by ?m", pair))
                .isEqualTo(new SlotValues(Map.of("m", 10.0)));
    }

    @Test
    void aThresholdMovesBetweenTheTwoReplies() throws RuleSyntaxException {
        PairText pair = PairText.of("?", "word ".repeat(60), "word ".repeat(100));
        String rule = "bad(X) when words(X) > ?n";
        SlotValues fitted = fit(rule, pair);
        assertThat(fitted).isEqualTo(new SlotValues(Map.of("n", 75.0)));
        assertThat(OwnPair.of(RuleParser.parse(rule), fitted, pair, StarterConcepts.concepts()))
                .isEqualTo(OwnPair.SUPPORTS);
    }

    @Test
    void nothingHelpsWhereTheRepliesDoNotDiffer() throws RuleSyntaxException {
        Rule rule = RuleParser.parse("prefer lower words(X) by ?m");
        assertThat(SlotFit.of(rule, PairText.of("?", "a b", "a c"), StarterConcepts.concepts()))
                .isEqualTo(SlotDefaults.of(rule));
    }

    @Test
    void filledRulesHoldTheirValues() throws RuleSyntaxException {
        Rule rule = RuleParser.parse("prefer lower words(X) by ?m when sentiment(P) < ?p");
        SlotValues values = new SlotValues(Map.of("m", 12.0, "p", -0.2));
        assertThat(RulePrinter.print(values.fill(rule)))
                .isEqualTo("prefer lower words(X) by 12 when sentiment(P) < -0.2");
    }
}
