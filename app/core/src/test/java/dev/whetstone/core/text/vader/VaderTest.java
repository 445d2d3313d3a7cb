package dev.whetstone.core.text.vader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.text.TextFeatures;
import org.junit.jupiter.api.Test;

/// The figures are those that vaderSentiment 3.3.2 prints in its own demonstration.
class VaderTest {
    private static VaderScores scores(String text) {
        return Vader.of(new TextFeatures(text));
    }

    private static void compound(String text, double published) {
        assertThat(scores(text).compound()).as(text).isCloseTo(published, within(5e-5));
    }

    @Test
    void degreesCapitalsAndMarksAddToAValence() {
        compound("VADER is smart, handsome, and funny.", .8316);
        compound("VADER is smart, handsome, and funny!", .8439);
        compound("VADER is very smart, handsome, and funny.", .8545);
        compound("VADER is VERY SMART, handsome, and FUNNY.", .9227);
        compound("VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!", .9469);
    }

    @Test
    void negationsTurnItRound() {
        compound("VADER is not smart, handsome, nor funny.", -.7424);
        compound("At least it isn't a horrible book.", .431);
        compound("Not bad at all", .431);
    }

    @Test
    void whatFollowsButCountsMore() {
        compound(
                "The plot was good, but the characters are uncompelling and the dialog is not"
                        + " great.",
                -.7042);
    }

    @Test
    void emojiAreReadAsTheirNames() {
        compound("Catch utf-8 emoji such as 💘 and 💋 and 😁", .875);
    }

    @Test
    void idiomsHaveAValenceOfTheirOwn() {
        compound("On the other hand, VADER is quite bad ass", .802);
    }

    @Test
    void sharesSumToOneUnlessThereAreNoWords() {
        VaderScores found = scores("A wonderful, useless answer.");
        assertThat(found.negative() + found.neutral() + found.positive())
                .isCloseTo(1, within(1e-12));
        assertThat(scores(" \n ")).isEqualTo(VaderScores.NONE);
    }
}
