package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RuleAgreementTest {
    private static final double[] ALONE = new double[0];

    private static LabelMatrix matrix(int[][] signs) {
        return LabelMatrix.ofPairs(
                IntStream.range(0, signs[0].length).mapToObj(j -> "rule " + j).toList(), signs);
    }

    /// Six rules right eight times of ten and three that toss a coin, as trusted as their log-odds.
    @Test
    void rulesThatTossACoinAreTrustedLess() {
        Random random = new Random(5);
        int[][] signs = new int[4000][9];
        for (int[] row : signs) {
            int right = random.nextBoolean() ? 1 : -1;
            for (int j = 0; j < 9; j++) {
                row[j] = random.nextDouble() < (j < 6 ? .8 : .5) ? right : -right;
            }
        }
        double[] trust = RuleAgreement.relative(matrix(signs), ALONE);
        for (int j = 0; j < 9; j++) {
            assertThat(trust[j]).isCloseTo(j < 6 ? 1.5 : 0, within(.15));
        }
        assertThat(Arrays.stream(trust).average()).hasValueCloseTo(1.0, within(1e-12));
    }

    @Test
    void aRuleAgainstAllOthersIsNotTrustedAndNeverTurnedRound() {
        int[][] signs = new int[40][];
        for (int i = 0; i < signs.length; i++) {
            int side = i % 2 == 0 ? 1 : -1;
            signs[i] = new int[] {side, side, -side};
        }
        double[] trust = RuleAgreement.relative(matrix(signs), ALONE);
        assertThat(trust[2]).isZero();
        assertThat(trust[0]).isCloseTo(1.5, within(1e-12));
        assertThat(trust[1]).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void rulesThatNeverMeetAreTrustedAlike() {
        int[][] signs = {{1, 0, 0}, {0, -1, 0}, {0, 0, 1}};
        assertThat(RuleAgreement.relative(matrix(signs), ALONE))
                .containsExactly(new double[] {1, 1, 1}, within(1e-12));
    }

    /// Two copies outvote an honest third; as a family they only tie with it.
    @Test
    void aConfirmedFamilySpeaksWithOneVoice() {
        int[][] signs = new int[60][];
        Random random = new Random(3);
        for (int i = 0; i < signs.length; i++) {
            int copied = random.nextBoolean() ? 1 : -1;
            signs[i] = new int[] {copied, copied, random.nextBoolean() ? 1 : -1};
        }
        double alone = RuleAgreement.relative(matrix(signs), ALONE)[0];
        double together = RuleAgreement.relative(matrix(signs), new double[] {.5, .5, 1})[0];
        assertThat(together).isLessThan(alone);
    }

    @Property(tries = 50)
    void swappingSidesChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        int[][] signs = new int[30][3];
        int[][] swapped = new int[30][3];
        for (int i = 0; i < signs.length; i++) {
            for (int j = 0; j < 3; j++) {
                signs[i][j] = random.nextInt(3) - 1;
                swapped[i][j] = -signs[i][j];
            }
        }
        assertThat(RuleAgreement.relative(matrix(swapped), ALONE))
                .containsExactly(RuleAgreement.relative(matrix(signs), ALONE), within(1e-12));
    }
}
