package dev.whetstone.desktop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.services.rules.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProposalsTest {
    private static final List<Rules.Completion> KNOWN =
            List.of(
                    new Rules.Completion("contains(", "a pattern occurs"),
                    new Rules.Completion("words(", "number of words"),
                    new Rules.Completion("prose_words(", "number of words outside code"),
                    new Rules.Completion("P", "the message"));
    private static final Map<String, List<String>> CONCEPTS =
            Map.of("empathy", List.of("sorry", "a", "b", "c", "d"), "blame", List.of("your fault"));

    private static Proposals at(String text) {
        return Proposals.at(text, text.length(), KNOWN, CONCEPTS);
    }

    private static List<String> inserts(Proposals proposals) {
        return proposals.items().stream().map(Proposals.Item::insert).toList();
    }

    @Test
    void whatBeginsWithTheWordComesFirst() {
        Proposals proposals = at("bad(X) when wo");
        assertThat(inserts(proposals)).containsExactly("words(", "prose_words(");
        assertThat(proposals.start()).isEqualTo(12);
        assertThat(proposals.end()).isEqualTo(14);
    }

    @Test
    void theSignOfAWordListOffersWordListsWithSomeOfTheirWords() {
        Proposals proposals = at("bad(X) when contains(X, @emp");
        assertThat(proposals.items())
                .containsExactly(new Proposals.Item("@empathy", "5: sorry, a, b, c, …"));
    }

    @Test
    void nothingIsOfferedInsideQuotes() {
        assertThat(at("bad(X) when contains(X, \"wor").items()).isEmpty();
        assertThat(inserts(at("bad(X) when contains(X, \"wor\") and wor"))).contains("words(");
    }

    @Test
    void oneLetterIsNotWorthAListUnlessAsked() {
        assertThat(at("bad(X) when w").unasked("bad(X) when w")).isFalse();
        assertThat(at("bad(X) when wo").unasked("bad(X) when wo")).isTrue();
        assertThat(at("bad(X) when @").unasked("bad(X) when @")).isTrue();
    }
}
