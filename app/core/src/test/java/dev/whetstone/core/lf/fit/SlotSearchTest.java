package dev.whetstone.core.lf.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.PairText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotSearchTest {
    /// Replies of 10 words more are chosen by lot, those of 40 words more never.
    private static List<SlotSearch.Judged> lengths() {
        List<SlotSearch.Judged> judged = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            judged.add(judged(words(20), words(30), i % 2 == 0 ? 1 : -1));
            judged.add(judged(words(20), words(60), 1));
        }
        return judged;
    }

    @Test
    void aMarginIsMovedToWhereChoicesBegin() throws Exception {
        SlotSearch search = search("prefer lower words(X) by ?m", lengths());
        SlotScale scale = search.scale("m", new SlotValues(Map.of("m", 5.0)));
        assertThat(scale.positions()).extracting(SlotPosition::value).containsExactly(5.0, 25.0);
        assertThat(scale.value())
                .extracting(SlotPosition::right, SlotPosition::wrong, SlotPosition::silent)
                .containsExactly(30, 10, 0);
        assertThat(scale.best())
                .extracting(
                        SlotPosition::value,
                        SlotPosition::right,
                        SlotPosition::wrong,
                        SlotPosition::kept,
                        SlotPosition::lost)
                .containsExactly(25.0, 20, 0, 20, 20);
        assertThat(search.fit(new SlotValues(Map.of("m", 5.0))).get("m")).hasValue(25.0);
    }

    @Test
    void theLikelihoodIsTheBetaBinomialOfTheVotesAndACoinForSilence() throws Exception {
        List<SlotSearch.Judged> judged =
                List.of(judged(words(1), words(9), 1), judged(words(5), words(6), -1));
        SlotPosition at =
                search("prefer lower words(X) by ?m", judged)
                        .scale("m", new SlotValues(Map.of("m", 3.0)))
                        .value();
        assertThat(at.right()).isEqualTo(1);
        assertThat(at.silent()).isEqualTo(1);
        assertThat(at.logLikelihood()).isCloseTo(Math.log(7.0 / 10) + Math.log(.5), within(1e-12));
    }

    @Test
    void aThresholdIsMovedOverTheValuesThatWereSeen() throws Exception {
        List<SlotSearch.Judged> judged = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            judged.add(judged(words(30 + i), words(80 + i), 1));
            judged.add(judged(words(5), words(30), i % 2 == 0 ? 1 : -1));
        }
        SlotSearch search = search("bad(X) when words(X) > ?n", judged);
        double fitted = search.fit(new SlotValues(Map.of("n", 10.0))).get("n").orElseThrow();
        assertThat(fitted).isBetween(41.0, 80.0);
        assertThat(search.scale("n", new SlotValues(Map.of("n", 10.0))).positions())
                .isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()))
                .hasSize(24);
    }

    @Test
    void whereNoChoiceSpeaksTheSlotStays() throws Exception {
        SlotSearch search = search("prefer lower words(X) by ?m", List.of());
        SlotValues start = new SlotValues(Map.of("m", 20.0));
        assertThat(search.fit(start)).isEqualTo(start);
        assertThatThrownBy(() -> search.scale("x", start))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SlotSearch search(String rule, List<SlotSearch.Judged> judged) throws Exception {
        return new SlotSearch(RuleParser.parse(rule), judged, Concepts.NONE);
    }

    private static SlotSearch.Judged judged(String first, String second, int side) {
        return new SlotSearch.Judged(PairFeatures.of(PairText.of("p", first, second)), side);
    }

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }
}
