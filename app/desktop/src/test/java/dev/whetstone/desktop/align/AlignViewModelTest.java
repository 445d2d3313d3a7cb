package dev.whetstone.desktop.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.desktop.align.AlignViewModel.Phase;
import dev.whetstone.desktop.fake.FakeAlignments;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.task.JobNote;
import dev.whetstone.desktop.task.JobNotes;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.services.failure.ServiceException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlignViewModelTest {
    private final Told told = new Told();

    private AlignViewModel model(FakeAlignments alignments) {
        AlignViewModel model =
                new AlignViewModel(
                        alignments,
                        new DirectTaskRunner(),
                        new JobNotes(InstantSource.fixed(Instant.EPOCH), ZoneOffset.UTC),
                        told,
                        new Messages(Locale.ENGLISH));
        model.load();
        return model;
    }

    @Test
    void withoutARunItBeginsWithTheSetUp() {
        assertThat(model(new FakeAlignments(false)).phaseProperty().get()).isEqualTo(Phase.SETUP);
    }

    @Test
    void aFinishedRunShowsItsReport() {
        AlignViewModel model = model(new FakeAlignments(true));
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.REPORT);
        assertThat(model.reportProperty().get().orElseThrow().iterations()).hasSize(3);
        assertThat(model.curves().of("loss")).hasSize(60);
    }

    @Test
    void aRunOfAnotherVersionIsNamedAndLeavesTheSetUp() {
        FakeAlignments alignments = new FakeAlignments(true);
        alignments.age("run-1 was made by another version.");
        AlignViewModel model = model(alignments);
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.SETUP);
        assertThat(told.sentences()).contains("run-1 was made by another version.");
    }

    @Test
    void nothingStartsUnchecked() {
        AlignViewModel model = model(new FakeAlignments(false));
        model.start();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.SETUP);
        model.check();
        model.start();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void eachStepIsDrawnOnce() {
        FakeAlignments alignments = new FakeAlignments(false);
        AlignViewModel model = model(alignments);
        model.check();
        model.start();
        alignments.job().report("train", 1, 60, 30, Map.of("step", 1.0, "loss", .69));
        alignments.job().report("train", 1, 60, 30, Map.of("step", 1.0, "loss", .69));
        alignments.job().report("train", 2, 60, 29, Map.of("step", 2.0, "loss", .68));
        assertThat(model.curves().of("loss")).containsExactly(.69, .68);
        assertThat(model.stepsProperty().get()).isEqualTo(2);
    }

    @Test
    void whatTheRunSaysIsKeptUntilTheNext() {
        FakeAlignments alignments = new FakeAlignments(false);
        AlignViewModel model = model(alignments);
        model.check();
        model.start();
        alignments.job().notice("The process died.");
        alignments.job().report("train", 2, 60, 29, Map.of());
        assertThat(model.notesProperty().get())
                .containsExactly(new JobNote("00:00", "The process died."));
    }

    @Test
    void aStoppedRunCanGoOn() {
        FakeAlignments alignments = new FakeAlignments(false);
        AlignViewModel model = model(alignments);
        model.check();
        model.start();
        model.stop();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.SETUP);
        assertThat(model.canResume()).isTrue();
    }

    @Test
    void aFailedRunIsToldAndCanGoOn() {
        FakeAlignments alignments = new FakeAlignments(false);
        AlignViewModel model = model(alignments);
        model.check();
        model.start();
        alignments.job().fail(new ServiceException("worker.died", "The worker ended.", ""));
        assertThat(told.failures()).hasSize(1);
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.SETUP);
    }

    @Test
    void keepingAnIterationIsWritten() {
        FakeAlignments alignments = new FakeAlignments(true);
        AlignViewModel model = model(alignments);
        model.keep(3);
        assertThat(alignments.kept()).isEqualTo(3);
        assertThat(model.reportProperty().get().orElseThrow().kept()).isEqualTo(3);
        assertThat(told.sentences()).contains("Iteration 3 is in use now.");
    }

    @Test
    void aLargerRankKeepsTheScaleOfTheAdapter() {
        AlignViewModel model = model(new FakeAlignments(false));
        model.form().rankProperty().set(32);
        var lora = model.form().settings().dpo().lora();
        assertThat(lora.alpha() / lora.rank()).isEqualTo(2.0);
    }

    @Test
    void anotherLossBringsItsOwnBeta() {
        AlignViewModel model = model(new FakeAlignments(false));
        model.form().betaProperty().set(.3);
        assertThat(model.form().settings().dpo().loss().beta()).isEqualTo(.3);
        model.form().choose(LossType.SIMPO);
        assertThat(model.form().settings().dpo().loss()).isEqualTo(LossSettings.of(LossType.SIMPO));
    }

    @Test
    void theLossPlotsLineIsWhereTheLossBegins() {
        LiveCurves curves = model(new FakeAlignments(true)).curves();
        assertThat(curves.lossStart()).hasValue(Math.log(2));
        curves.measure(LossSettings.of(LossType.IPO));
        assertThat(curves.lossStart().orElseThrow()).isCloseTo(25, within(1e-9));
        curves.measure(LossSettings.of(LossType.SIMPO));
        assertThat(curves.lossStart()).isEmpty();
    }
}
