package dev.whetstone.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final double BOUND = 2.5;

    private final Lexicon lexicon = Lexicon.bundled();
    private final Prefix.Tree productions = Prefix.of(Grammar.productions());

    private List<Item> statements(String text, double bound) {
        Leaves leaves = new Leaves(WordSplitter.split(text), lexicon);
        Chart chart = new Chart(productions, leaves.skipCosts(), leaves.skipsAreSilent());
        leaves.addTo(chart);
        return chart.parse(Category.STATEMENT, bound);
    }

    /// Law: a bound only ends the search. What lies below it is the same, in the same order, as
    /// without one.
    @Test
    void aBoundChangesNothingBelowIt() {
        List<ExplanationRow> rows =
                ExplanationRow.read(
                        "/dev/whetstone/core/lf/explanations.tsv", "golden.explanations");
        int found = 0;
        for (ExplanationRow row : rows) {
            List<Item> all = new ArrayList<>(statements(row.text(), Double.POSITIVE_INFINITY));
            all.removeIf(item -> item.cost() > BOUND);
            assertThat(statements(row.text(), BOUND)).as(row.text()).isEqualTo(all);
            found += all.size();
        }
        assertThat(found).isGreaterThan(rows.size());
    }

    @Test
    void statementsComeCheapestFirst() {
        List<Item> found = statements("No greeting, too long and the fee is missing.", 10);
        assertThat(found).hasSizeGreaterThan(1);
        assertThat(found).extracting(Item::cost).isSorted();
    }

    @Test
    void nothingIsFoundOfWordsThatMustBePassedOverBelowTheirCost() {
        assertThat(statements("zorbly zorbly zorbly zorbly no greeting", BOUND)).isEmpty();
        assertThat(statements("zorbly zorbly zorbly zorbly no greeting", 100)).isNotEmpty();
    }
}
