package dev.whetstone.core.evaluate.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.evaluate.agreement.Kappa.Weights;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /// The data of Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), part E: four
    /// observers, twelve units, and the alphas it prints.
    private static final Ratings PUBLISHED =
            new Ratings(
                    5,
                    new int[][] {
                        {1, 1, 0, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2},
                        {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {0, 5, 5, 5},
                        {0, 0, 1, 1}, {0, 0, 3, 0}
                    });

    @Test
    void alphaIsWhatKrippendorffPrints() {
        assertThat(Krippendorff.alpha(PUBLISHED, Scale.NOMINAL)).isCloseTo(.743, within(5e-4));
        assertThat(Krippendorff.alpha(PUBLISHED, Scale.ORDINAL)).isCloseTo(.815, within(5e-4));
        assertThat(Krippendorff.alpha(PUBLISHED, Scale.INTERVAL)).isCloseTo(.849, within(5e-4));
        assertThat(Krippendorff.alpha(PUBLISHED, Scale.RATIO)).isCloseTo(.797, within(5e-4));
    }

    /// Cohen's table of 20, 5, 10 and 15: observed .7, by chance .5.
    @Test
    void cohensKappaIsAgreementBeyondChance() {
        int[][] values = new int[50][];
        for (int unit = 0; unit < 50; unit++) {
            values[unit] =
                    unit < 20
                            ? new int[] {1, 1}
                            : unit < 25
                                    ? new int[] {1, 2}
                                    : unit < 35 ? new int[] {2, 1} : new int[] {2, 2};
        }
        Ratings ratings = new Ratings(2, values);
        assertThat(Kappa.cohen(ratings, 0, 1, Weights.EQUAL)).isCloseTo(.4, within(1e-12));
        assertThat(Kappa.agreement(ratings, 0, 1)).isCloseTo(.7, within(1e-12));
    }

    @Test
    void ratersWhoAllAgreeLeaveAlphaUndefined() {
        Ratings equal = new Ratings(3, new int[][] {{2, 2}, {2, 2}});
        assertThat(Krippendorff.alpha(equal, Scale.NOMINAL)).isNaN();
        assertThat(Kappa.fleiss(equal)).isNaN();
        assertThat(Kappa.freeMarginal(equal)).isEqualTo(1);
    }

    @Test
    void onlyUnitsThatAllRatedCountForFleiss() {
        assertThat(Kappa.complete(PUBLISHED)).isEqualTo(8);
    }

    @Test
    void aValueThatIsNoLevelIsRefused() {
        assertThatThrownBy(() -> new Ratings(2, new int[][] {{1, 3}}))
                .hasMessage("unit 0: 3 is not a level from 1 to 2");
    }
}
