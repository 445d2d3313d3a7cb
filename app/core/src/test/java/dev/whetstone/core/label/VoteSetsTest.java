package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VoteSetsTest {
    /// Five pairs, three rules; see the matrix in each line's comment.
    private static final List<byte[]> COLUMNS =
            List.of(
                    new byte[] {0, 0, 1, 0, -1},
                    new byte[] {-1, 0, -1, -1, -1},
                    new byte[] {-1, 0, 0, 0, -1});

    @Test
    void sharesOfAMatrixCountedByHand() {
        VoteSets sets = VoteSets.of(5, COLUMNS);
        assertThat(sets.covered().members()).containsExactly(0, 2, 3, 4);
        assertThat(sets.overlapped().members()).containsExactly(0, 2, 4);
        assertThat(sets.disputed().members()).containsExactly(2);
        assertThat(sets.alone(1).members()).containsExactly(3);
        assertThat(sets.alone(0).members()).isEmpty();
        PairSet all = PairSet.all(5);
        assertThat(sets.both(0, 1, all)).isEqualTo(2);
        assertThat(sets.both(1, 2, all)).isEqualTo(2);
        assertThat(sets.against(0, 1, all)).isEqualTo(1);
        assertThat(sets.against(0, 2, all)).isZero();
        assertThat(sets.both(0, 1, PairSet.of(5, i -> i < 3))).isEqualTo(1);
    }

    private static List<byte[]> columns(int pairs, int rules, long seed) {
        Random random = new Random(seed);
        List<byte[]> columns = new ArrayList<>();
        for (int j = 0; j < rules; j++) {
            byte[] column = new byte[pairs];
            for (int i = 0; i < pairs; i++) {
                column[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(3) - 1 : 0);
            }
            columns.add(column);
        }
        return columns;
    }

    @Property(tries = 60)
    void sharesAreThoseOfTheAnalysis(
            @ForAll @IntRange(min = 1, max = 200) int pairs,
            @ForAll @IntRange(min = 1, max = 8) int rules,
            @ForAll long seed) {
        List<byte[]> columns = columns(pairs, rules, seed);
        VoteSets sets = VoteSets.of(pairs, columns);
        List<String> names = IntStream.range(0, rules).mapToObj(j -> "r" + j).toList();
        LabelAnalysis analysis = new LabelAnalysis(LabelMatrix.ofColumns(names, pairs, columns));
        double n = pairs;
        assertThat(sets.covered().count() / n).isEqualTo(analysis.labelCoverage());
        assertThat(sets.overlapped().count() / n).isEqualTo(analysis.labelOverlap());
        assertThat(sets.disputed().count() / n).isEqualTo(analysis.labelConflict());
        for (int j = 0; j < rules; j++) {
            assertThat(sets.voted(j).count() / n).isEqualTo(analysis.coverage(j));
            assertThat(sets.voted(j).count(sets.overlapped()) / n).isEqualTo(analysis.overlaps(j));
            assertThat(sets.voted(j).count(sets.disputed()) / n).isEqualTo(analysis.conflicts(j));
            assertThat(sets.alone(j).count() / n).isEqualTo(analysis.unique(j));
        }
    }

    @Property(tries = 60)
    void tablesAreSymmetricAndWithinTheShares(
            @ForAll @IntRange(min = 1, max = 200) int pairs,
            @ForAll @IntRange(min = 2, max = 8) int rules,
            @ForAll long seed) {
        VoteSets sets = VoteSets.of(pairs, columns(pairs, rules, seed));
        PairSet within = PairSet.of(pairs, i -> (i * 7 + seed) % 3 != 0);
        for (int j = 0; j < rules; j++) {
            assertThat(sets.alone(j).count()).isLessThanOrEqualTo(sets.voted(j).count());
            for (int k = 0; k < rules; k++) {
                int both = sets.both(j, k, within);
                assertThat(both).isEqualTo(sets.both(k, j, within));
                assertThat(sets.against(j, k, within))
                        .isEqualTo(sets.against(k, j, within))
                        .isLessThanOrEqualTo(both);
                assertThat(both).isLessThanOrEqualTo(sets.voted(j).count(within));
            }
        }
    }

    @Test
    void setsAreJoinedAsSetsAre() {
        PairSet even = PairSet.of(130, i -> i % 2 == 0);
        PairSet third = PairSet.of(130, i -> i % 3 == 0);
        assertThat(even.and(third)).isEqualTo(PairSet.of(130, i -> i % 6 == 0));
        assertThat(even.or(third)).isEqualTo(PairSet.of(130, i -> i % 2 == 0 || i % 3 == 0));
        assertThat(even.minus(third)).isEqualTo(PairSet.of(130, i -> i % 2 == 0 && i % 3 != 0));
        assertThat(even.count(third)).isEqualTo(even.and(third).count());
        assertThat(PairSet.all(130).count()).isEqualTo(130);
        assertThat(PairSet.none(130).count()).isZero();
        assertThat(even.contains(128)).isTrue();
        assertThat(even.contains(129)).isFalse();
    }
}
