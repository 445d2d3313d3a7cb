package dev.whetstone.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvidenceTest {
    /// scipy.stats.binomtest(k, n, .5).pvalue
    @Test
    void theSignTestIsExact() {
        assertThat(new Evidence(9, 1).p()).isCloseTo(0.021484375, within(1e-12));
        assertThat(new Evidence(1, 9).p()).isCloseTo(0.021484375, within(1e-12));
        assertThat(new Evidence(60, 40).p()).isCloseTo(0.05688793364098078, within(1e-10));
        assertThat(new Evidence(5, 5).p()).isEqualTo(1);
        assertThat(new Evidence(0, 0).p()).isEqualTo(1);
    }

    @Test
    void thePairsOfOneQuestionCountOnce() {
        int[] votes = {1, 1, 1, -1, 1, 0};
        int[] sides = {1, 1, -1, 1, 0, 1};
        int[] groups = {0, 0, 0, 1, 2, 2};

        assertThat(Evidence.of(votes, sides, groups, 3)).isEqualTo(new Evidence(1, 1));
    }
}
