package dev.whetstone.core.lf.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.GoldenExplanations;
import dev.whetstone.core.lf.RandomRules;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEnglishTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    bad(X) when asks_for(P, bullets) and bullets(X) = 0 | if the prompt asks for a bullet list and the response has no bullet points, it is worse
                    bad(X) when not mentions(X, "deductible") | if the response does not mention “deductible”, it is worse
                    bad(X) when sentiment(X) < -0.1 | if the sentiment of the response is less than -0.1, it is worse
                    prefer lower words(X) by 20 | the response with the lower number of words (by at least 20) is better
                    prefer higher words(X) when asks_for(P, detail) | if the prompt asks for details, the response with the higher number of words is better
                    good(X) when distinct(X, statute) >= 2 | if the response has at least 2 different statutes, it is better
                    bad(X) when language(P) = es and language(X) = en | if the prompt is in Spanish and the response is in English, it is worse
                    bad(X) when tone(X, rude) >= ?t | if the response sounds rude, it is worse
                    good(X) when sentiment(P) < ?p and contains(X, @apology) | if the prompt sounds negative and the response contains an apology, it is better
                    bad(X) when not (tone(X, polite) >= ?t or tone(X, friendly) >= ?u) | if the response sounds neither polite nor friendly, it is worse
                    bad(X) when not (contains(X, "fee") and contains(X, "deadline")) | if the response does not contain both “fee” and “deadline”, it is worse
                    bad(X) when not (count(X, phone) >= 1 or count(X, email) >= 1) | if the response has neither phone numbers nor email addresses, it is worse
                    bad(X) when not (words(X) >= 50 and words(X) <= 100) | if the response has fewer than 50 words or the response has more than 100 words, it is worse
                    bad(X) when links(X) >= 1 and not (words(X) >= 50 and contains(X, "fee")) | if the response has some links and either the response has fewer than 50 words or the response does not contain “fee”, it is worse
                    bad(X) when not (contains(X, @fee) or links(X) >= 1) | if the response does not contain a fee and the response has no links, it is worse
                    bad(X) when not (not contains(X, "fee")) | if the response contains “fee”, it is worse
                    bad(X) when novel(X, money, P) >= 1 | if the response has some amounts of money that are not in the prompt, it is worse
                    """)
    void saysTheRule(String rule, String english) throws RuleSyntaxException {
        assertThat(RuleEnglish.of(RuleParser.parse(rule))).isEqualTo(english);
    }

    @Test
    void namesAFittedValue() throws RuleSyntaxException {
        assertThat(
                        RuleEnglish.of(
                                RuleParser.parse("prefer lower words(X) by ?m"),
                                SlotValues.NONE.with("m", 25)))
                .isEqualTo(
                        "the response with the lower number of words (by at least 25) is better");
    }

    @Test
    void differentExpectedRulesReadDifferently() throws RuleSyntaxException {
        Set<String> rules = new HashSet<>();
        Set<String> sentences = new HashSet<>();
        for (var row : GoldenExplanations.rules()) {
            rules.add(row.expected());
            sentences.add(RuleEnglish.of(RuleParser.parse(row.expected())));
        }
        assertThat(sentences).hasSameSizeAs(rules);
    }

    @Test
    void everyTermHasWords() {
        RandomRules rules = new RandomRules(5);
        for (int i = 0; i < 3_000; i++) {
            assertThat(RuleEnglish.of(rules.next())).isNotBlank();
        }
    }
}
