package dev.whetstone.desktop.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.services.coverage.Shares;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapOrderTest {
    /// Rules 0 and 2 vote on the same 10 pairs; 1 and 3 on the same 8; 4 on 3 pairs of its own.
    private static final int[][] COUNTS = {
        {10}, {1, 8}, {10, 1, 10}, {0, 8, 0, 8}, {0, 0, 0, 0, 3}
    };

    private static final Shares OVERLAPS = Shares.of(5, 30, (j, k) -> COUNTS[j][k]);

    @Test
    void likeRulesStandBesideEachOther() {
        assertThat(MapOrder.alike(OVERLAPS, List.of(0, 1, 2, 3, 4))).containsExactly(0, 2, 1, 3, 4);
    }

    @Test
    void theBusiestRulesAreThoseThatOverlapMost() {
        // off the diagonal: 11, 10, 11, 8, 0
        assertThat(MapOrder.busiest(OVERLAPS, 3)).containsExactly(0, 1, 2);
        assertThat(MapOrder.busiest(OVERLAPS, 9)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void everyFieldIsFoundWhereItIsPainted() {
        HeatGrid grid = HeatGrid.of(400, 300, 12, 300, 8, 20, 40);
        for (int i : new int[] {40, 45, 60}) {
            assertThat(grid.rowAt(grid.y(i) + grid.fieldHeight() / 2)).isEqualTo(i);
        }
        for (int j : new int[] {20, 25, 40}) {
            assertThat(grid.columnAt(grid.x(j) + grid.field() / 2)).isEqualTo(j);
        }
        assertThat(grid.rowAt(2)).isEqualTo(-1);
        assertThat(grid.columnAt(399)).isEqualTo(-1);
    }
}
