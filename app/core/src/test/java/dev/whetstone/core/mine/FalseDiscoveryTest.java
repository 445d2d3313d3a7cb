package dev.whetstone.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    /// R: p.adjust(c(.01, .04, .03, .005, .5), "BH")
    @Test
    void adjustsAsBenjaminiAndHochbergDo() {
        assertThat(FalseDiscovery.adjusted(new double[] {.01, .04, .03, .005, .5}))
                .containsExactly(new double[] {.025, .05, .05, .025, .5}, within(1e-12));
    }

    @Test
    void chanceAloneIsSeldomAFinding() {
        Random random = new Random(4);
        int runsWithAFinding = 0;
        for (int run = 0; run < 400; run++) {
            double[] p = random.doubles(200).toArray();
            for (double q : FalseDiscovery.adjusted(p)) {
                if (q <= .1) {
                    runsWithAFinding++;
                    break;
                }
            }
        }
        assertThat(runsWithAFinding).isBetween(20, 60);
    }
}
