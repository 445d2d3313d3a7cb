package dev.whetstone.desktop.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeCoverage;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.services.coverage.Cell;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoverageViewModelTest {
    private final FakeCoverage coverage = new FakeCoverage();
    private final CoverageViewModel model =
            new CoverageViewModel(coverage, new DirectTaskRunner(), new Told());

    @Test
    void itBeginsWithWhereRulesAndExpertsDisagree() {
        model.load();
        assertThat(model.reportProperty().get()).isPresent();
        assertThat(coverage.opened()).containsExactly(new Cell.AgainstExperts());
        assertThat(model.rowsProperty().get()).hasSize(3);
    }

    @Test
    void aFigureOpensItsPairs() {
        Cell cell = new Cell.Incorrect(new UUID(5, 1));
        model.open(cell);
        assertThat(model.cellProperty().get()).isEqualTo(cell);
        assertThat(coverage.opened()).containsExactly(cell);
    }
}
