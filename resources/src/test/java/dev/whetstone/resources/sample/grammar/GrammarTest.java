package dev.whetstone.resources.sample.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static Phrase say(String text, String topic, Map<String, String> bound) {
        return new Speaker(Grammar.parse("g.txt", text), new Random(1), topic, bound).say("start");
    }

    @Test
    void boundSlotsGoBeforeSections() {
        Phrase phrase =
                say("[start]\nMy {thing} broke.\n[thing]\nroof\n", "", Map.of("thing", "fence"));
        assertThat(phrase.text()).isEqualTo("My fence broke.");
    }

    @Test
    void aCapitalSlotStartsWithACapital() {
        assertThat(say("[start]\n{Thing} broke.\n[thing]\nthe roof\n", "", Map.of()).text())
                .isEqualTo("The roof broke.");
    }

    @Test
    void theTopicsOwnSectionStandsInForTheGeneralOne() {
        String text = "[start]\n{paper}\n[paper]\nform\n[paper.theft]\nreport\n";
        assertThat(say(text, "theft", Map.of()).text()).isEqualTo("report");
        assertThat(say(text, "storm", Map.of()).text()).isEqualTo("form");
    }

    @Test
    void tagsOfNestedTemplatesAreGathered() {
        Phrase phrase =
                say("[start]\nPay {fee} now. @advice\n[fee]\n£5 @newAmount\n", "", Map.of());
        assertThat(phrase).isEqualTo(new Phrase("Pay £5 now.", Set.of("advice", "newAmount")));
    }

    @Test
    void choicesNestAndMayBeEmpty() {
        Grammar grammar = Grammar.parse("g.txt", "[start]\na(b|c(d|e)|)f\n");
        Speaker speaker = new Speaker(grammar, new Random(3), "", Map.of());
        Set<String> said = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            said.add(speaker.say("start").text());
        }
        assertThat(said).containsExactly("abf", "acdf", "acef", "af");
    }

    @Test
    void anOpenBracketIsNamedWithItsLine() {
        assertThatThrownBy(() -> Grammar.parse("g.txt", "[start]\nfine\na (b|c\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("g.txt line 3");
    }

    @Test
    void anUnknownSectionIsNamed() {
        assertThatThrownBy(() -> say("[start]\n{nothing}\n", "", Map.of()))
                .hasMessageContaining("nothing");
    }

    @Test
    void aSectionTwiceIsRefused() {
        assertThatThrownBy(() -> Grammar.parse("g.txt", "[a]\nx\n[a]\ny\n"))
                .hasMessageContaining("g.txt line 3");
    }
}
