package dev.whetstone.core.text.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpensTest {
    private static final List<String> LITERALS =
            List.of(
                    "as an ai",
                    "As an AI",
                    "apolog~",
                    "§ 4",
                    "(note)",
                    "it's",
                    "x~",
                    "!",
                    "as * model");
    private static final List<String> TEXTS =
            List.of(
                    "As an AI I cannot",
                    "  **As an AI** model",
                    "as an ai",
                    "So as an ai",
                    "As an AI's view",
                    "Apologies for that",
                    "apolog",
                    "§ 4 applies",
                    "The § 4 applies",
                    "(Note) this",
                    "Note this",
                    "It’s fine",
                    "\u0301as an ai",
                    "xyz",
                    "!x",
                    "x!",
                    "as a language model",
                    "",
                    "...");

    /// The quick look at the first word changes nothing.
    @Test
    void opensIsWhatThePlacesSay() {
        int opened = 0;
        for (String literal : LITERALS) {
            Finder quick = LiteralFinder.of(literal);
            Finder plain = quick::find;
            for (String text : TEXTS) {
                boolean expected = plain.opens(new TextFeatures(text));
                assertThat(quick.opens(new TextFeatures(text)))
                        .as("«%s» in «%s»", literal, text)
                        .isEqualTo(expected);
                opened += expected ? 1 : 0;
            }
        }
        assertThat(opened).isBetween(10, 40);
    }

    @Test
    void onlySignsMayStandBefore() {
        assertThat(LiteralFinder.of("as an ai").opens(new TextFeatures(" **As an AI** model")))
                .isTrue();
        assertThat(LiteralFinder.of("as an ai").opens(new TextFeatures("1 as an ai"))).isFalse();
    }
}
