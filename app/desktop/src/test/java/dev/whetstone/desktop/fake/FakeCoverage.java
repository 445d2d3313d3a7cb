package dev.whetstone.desktop.fake;

import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CellRow;
import dev.whetstone.services.coverage.Coverage;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Totals;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.util.ArrayList;
import java.util.List;

/// The coverage of the fake rules.
public final class FakeCoverage implements Coverage {
    private final List<Cell> opened = new ArrayList<>();

    /// The cells that were opened.
    public List<Cell> opened() {
        return opened;
    }

    @Override
    public CoverageReport report() {
        List<RuleRow> rules =
                new FakeRules().list().stream().filter(r -> r.state() == RuleState.ACTIVE).toList();
        return new CoverageReport(
                new Totals(5_000, 412, rules.size(), .762, .514, .118, .77, .69, .84, .73),
                rules,
                matrix(rules.size(), .4),
                matrix(rules.size(), .15));
    }

    private static List<List<Double>> matrix(int n, double top) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(i == j ? 0.0 : top * ((i * 7 + j * 7 + i * j) % 10) / 10);
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public List<CellRow> open(Cell cell, int limit) {
        opened.add(cell);
        return List.of(
                new CellRow(
                        new PairRef(FakeDesk.id(2), 0, 1),
                        "Hail on a parked car",
                        .07,
                        1,
                        "No next steps"),
                new CellRow(
                        new PairRef(FakeDesk.id(1), 1, 2),
                        "Lost suitcase, upset",
                        .88,
                        0,
                        "No empathy when upset"),
                new CellRow(
                        new PairRef(FakeDesk.id(0), 0, 1),
                        "Excess after a second claim",
                        .14,
                        Double.NaN,
                        "Shorter when short was asked"));
    }
}
