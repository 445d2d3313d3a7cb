package dev.whetstone.desktop.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeCoverage;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CellRow;
import dev.whetstone.services.coverage.Depth;
import dev.whetstone.services.coverage.View;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.label.ModelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        assertThat(model.listingProperty().get().rows()).hasSize(3);
    }

    @Test
    void aFigureOpensItsPairs() {
        Cell cell = new Cell.Incorrect(new UUID(5, 1));
        model.open(cell);
        assertThat(model.cellProperty().get()).isEqualTo(cell);
        assertThat(coverage.opened()).containsExactly(cell);
    }

    @Test
    void whatIsCountedComesBeforeWhatIsFitted() {
        model.load();
        assertThat(coverage.depths()).startsWith(Depth.VOTES, Depth.LABELS, Depth.HELD_OUT);
        assertThat(model.reportProperty().get().orElseThrow().depth()).isEqualTo(Depth.HELD_OUT);
        assertThat(model.slicesProperty().get()).hasSize(3);
        assertThat(model.diagnosisProperty().get()).isPresent();
        assertThat(model.agreementProperty().get()).isPresent();
    }

    @Test
    void aSliceAndAModelRestrictEveryFigure() {
        model.load();
        model.show("person:ana");
        model.show(ModelChoice.MAJORITY);
        View both = new View("person:ana", ModelChoice.MAJORITY);
        assertThat(coverage.views().getLast()).isEqualTo(both);
        assertThat(model.viewProperty().get()).isEqualTo(both);
    }

    @Test
    void meaningTakesThePlaceOfWords() {
        model.load();
        assertThat(model.groups().groupsProperty().get().orElseThrow().encoder())
                .isEqualTo("words");
        model.groups().byMeaning();
        coverage.meaning().report("Read prompts", 100, 900, 4, Map.of());
        assertThat(model.groups().progressProperty().get().orElseThrow().done()).isEqualTo(100);
        coverage.meaning().finish(FakeCoverage.uncovered("minilm"));
        assertThat(model.groups().progressProperty().get()).isEmpty();
        assertThat(model.groups().groupsProperty().get().orElseThrow().encoder())
                .isEqualTo("minilm");
    }

    @Test
    void aCancelledGroupingKeepsTheWords() {
        model.load();
        model.groups().byMeaning();
        model.groups().cancel();
        assertThat(coverage.meaning().status().state()).isEqualTo(JobState.CANCELLED);
        assertThat(model.groups().groupsProperty().get().orElseThrow().encoder())
                .isEqualTo("words");
    }

    @Test
    void askingAgainNamesTheComparison() {
        model.load();
        CellRow row = model.listingProperty().get().rows().getFirst();
        List<String> told = new ArrayList<>();
        model.askAgain(row, () -> told.add("yes"));
        assertThat(coverage.askedAgain()).containsExactly(row.ref().comparisonId());
        assertThat(told).containsExactly("yes");
    }

    @Test
    void aPairsLabelIsOpened() {
        model.load();
        model.explain(model.listingProperty().get().rows().getFirst());
        assertThat(model.labelProperty().get().orElseThrow().contributions()).hasSize(2);
    }

    @Test
    void aPairIsLeftOutOfTrainingAndTakenInAgain() {
        model.load();
        CellRow row = model.listingProperty().get().rows().getFirst();
        List<String> told = new ArrayList<>();
        model.turnTraining(row, () -> told.add("out"));
        assertThat(coverage.leftOut()).containsExactly(row.ref().comparisonId());
        CellRow without = model.listingProperty().get().rows().getFirst();
        assertThat(without.leftOut()).isTrue();
        model.turnTraining(without, () -> told.add("in"));
        assertThat(coverage.leftOut()).isEmpty();
        assertThat(model.listingProperty().get().rows().getFirst().leftOut()).isFalse();
        assertThat(told).containsExactly("out", "in");
    }
}
