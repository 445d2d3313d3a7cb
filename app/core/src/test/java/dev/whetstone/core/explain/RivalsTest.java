package dev.whetstone.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalsTest {
    private static List<Reading> readings(String... rules) throws RuleSyntaxException {
        List<Reading> readings = new ArrayList<>();
        for (String rule : rules) {
            readings.add(
                    new Reading(RuleParser.parse(rule), List.of(), readings.size(), List.of()));
        }
        return readings;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad(X) when not contains(X, @empathy)"
                        + " | bad(X) when not contains(X, \"word of sympathy\")",
                "bad(X) when not mentions(X, \"fee\") | bad(X) when not contains(X, \"fee\")",
                "bad(X) when novel(X, money, P) >= 1"
                        + " | bad(X) when count(X, money) >= 1 and novel(X, money, P) >= 1",
                "bad(X) when near(X, @guarantee, @coverage, 8) | bad(X) when contains(X, @coverage)",
                "bad(X) when asks_for(P, bullets) and bullets(X) = 0"
                        + " | bad(X) when bullets(P) >= 1 and bullets(X) = 0",
                "bad(X) when not contains(X, @deadline) | bad(X) when contains(X, @deadline)",
                "prefer higher count(X, number) by ?m | good(X) when count(X, number) >= 1"
            })
    void asksNotAboutWhatSaysLess(String best, String other) throws RuleSyntaxException {
        assertThat(Rivals.needed(readings(best, other), rule -> false))
                .containsExactly(readings(best).getFirst());
    }

    @Test
    void toAskForAThingIsNotToSpeakOfIt() throws RuleSyntaxException {
        List<Reading> both =
                readings(
                        "bad(X) when asks_user_for(X, @credentials)",
                        "bad(X) when contains(X, @credentials)");
        assertThat(Rivals.needed(both, rule -> true)).isEqualTo(both);
    }

    @Test
    void asksAboutReadingsThatSpeakOfDifferentThings() throws RuleSyntaxException {
        List<Reading> both =
                readings("prefer higher fk_grade(X) by ?m", "prefer higher words(X) by ?m");
        assertThat(Rivals.needed(both, rule -> false)).isEqualTo(both);
    }

    @Test
    void thePairDecidesForTheLesserReadingThatAloneSpeaksForTheChoice() throws RuleSyntaxException {
        List<Reading> both =
                readings(
                        "bad(X) when near(X, @guarantee, @coverage, 8)",
                        "bad(X) when contains(X, @coverage)");
        Rule lesser = both.getLast().rule();
        assertThat(Rivals.needed(both, lesser::equals)).isEqualTo(both);
        assertThat(Rivals.needed(both, rule -> true)).containsExactly(both.getFirst());
    }
}
