package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.evaluate.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private static final List<byte[]> ONE_RULE = List.of(new byte[] {1, 1, -1, 0, 1, -1});
    private static final double[] GOLD = {1, 0, 0, 1, Double.NaN, .5};

    private static LabelMatrix votes() {
        return LabelMatrix.ofColumns(List.of("rule"), 6, ONE_RULE);
    }

    @Test
    void judgedRowsArePredictedInTheirOrder() {
        HeldOut held =
                HeldOut.of(new MajorityVote(), votes(), new Gold(GOLD, Set.of()), i -> i % 2, 2);
        assertThat(held.rows()).containsExactly(0, 1, 2, 3, 5);
        Predictions all = held.predictions(row -> true);
        assertThat(all.size()).isEqualTo(5);
        assertThat(new double[] {all.p(0), all.p(1), all.p(2), all.p(3), all.p(4)})
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(.6, .6, .4, .5, .4);
        assertThat(all.y(4)).isEqualTo(.5);
        assertThat(held.predictions(row -> row >= 3).size()).isEqualTo(2);
    }

    @Test
    void noFitSeesTheJudgementsThatItPredicts() {
        List<boolean[]> seen = new ArrayList<>();
        PairLabelModel spy =
                new PairLabelModel() {
                    @Override
                    public String name() {
                        return "spy";
                    }

                    @Override
                    public PairLabels label(LabelMatrix votes, Gold gold) {
                        boolean[] judged = new boolean[votes.rows()];
                        for (int i = 0; i < judged.length; i++) {
                            judged[i] = gold.judged(i);
                        }
                        seen.add(judged);
                        return new MajorityVote().label(votes, gold);
                    }
                };
        HeldOut.of(spy, votes(), new Gold(GOLD, Set.of()), i -> i < 2 ? 0 : 1, 2);
        // judged rows come first, the unjudged one last
        assertThat(seen)
                .usingElementComparator(Arrays::compare)
                .containsExactly(
                        new boolean[] {false, false, true, true, true, false},
                        new boolean[] {true, true, false, false, false, false});
    }
}
