package dev.whetstone.desktop.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeAccuracies;
import dev.whetstone.desktop.fake.FakeJob;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.services.accuracy.Accuracies;
import dev.whetstone.services.accuracy.AccuracyReport;
import dev.whetstone.services.accuracy.ChoiceListing;
import dev.whetstone.services.accuracy.Part;
import dev.whetstone.services.accuracy.Which;
import dev.whetstone.services.job.JobHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccuracyViewModelTest {
    private final Told told = new Told();
    private final List<FakeJob<AccuracyReport>> started = new ArrayList<>();

    /// A project whose model was trained before predictions were kept.
    private final AccuracyViewModel bare =
            new AccuracyViewModel(
                    new Accuracies() {
                        @Override
                        public Optional<AccuracyReport> kept() {
                            return Optional.empty();
                        }

                        @Override
                        public JobHandle<AccuracyReport> measure(long seed) {
                            started.add(new FakeJob<>("Find where the reward model falls short"));
                            return started.getLast();
                        }

                        @Override
                        public ChoiceListing open(Part part, Which which, int limit) {
                            throw new AssertionError("nothing to open");
                        }
                    },
                    new DirectTaskRunner(),
                    told);

    @Test
    void whatIsKeptIsShownAndNothingIsMeasured() {
        AccuracyViewModel model =
                new AccuracyViewModel(new FakeAccuracies(), new DirectTaskRunner(), told);
        model.load();
        assertThat(model.reportProperty().get()).contains(FakeAccuracies.report());
        assertThat(model.statusProperty().get()).isEmpty();
    }

    @Test
    void aFigureOpensIntoItsChoices() {
        AccuracyViewModel model =
                new AccuracyViewModel(new FakeAccuracies(), new DirectTaskRunner(), told);
        model.load();
        Opened figure =
                new Opened(new Part.OfRule(FakeAccuracies.RULE), Which.APART, "promises cover");
        model.open(figure);
        assertThat(model.openedProperty().get()).contains(figure);
        assertThat(model.listingProperty().get().total()).isEqualTo(11);
    }

    @Test
    void whereNothingIsKeptItMeasuresOnce() {
        bare.load();
        bare.load();
        assertThat(started).hasSize(1);
        assertThat(bare.canMeasure().get()).isFalse();
        started.getFirst().finish(FakeAccuracies.report());
        assertThat(bare.reportProperty().get()).contains(FakeAccuracies.report());
        assertThat(bare.statusProperty().get()).isEmpty();
    }

    @Test
    void whatAPersonEndedStartsNoMoreByItself() {
        bare.load();
        bare.cancel();
        bare.load();
        assertThat(started).hasSize(1);
        assertThat(bare.canMeasure().get()).isTrue();
        bare.measure();
        assertThat(started).hasSize(2);
    }
}
