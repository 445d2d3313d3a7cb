package dev.whetstone.desktop.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.RuleStart;
import dev.whetstone.desktop.detect.DetectorsViewModel.Page;
import dev.whetstone.desktop.detect.DetectorsViewModel.Use;
import dev.whetstone.desktop.fake.FakeDetectors;
import dev.whetstone.desktop.fake.FakeReplies;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.ReadReport;
import dev.whetstone.services.detectors.Reply;
import dev.whetstone.services.failure.ServiceException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectorsViewModelTest {
    private final FakeDetectors detectors = new FakeDetectors();
    private final Told told = new Told();
    private final DetectorsViewModel model =
            new DetectorsViewModel(
                    detectors, "Maria", new DirectTaskRunner(), told, new Messages(Locale.ENGLISH));

    @BeforeEach
    void load() {
        model.load();
    }

    private void choose(String name) {
        model.choose(
                model.rows().stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private String chosen() {
        return model.chosenProperty().get().map(DetectorRow::name).orElse("");
    }

    private String rule(Use use) {
        return model.rule(use).map(RuleStart::text).orElse("");
    }

    @Test
    void theFirstIsOpenAtWhatItFindsAndOneThatHasNotLearntAtItsMarks() {
        assertThat(chosen()).isEqualTo("polite");
        assertThat(model.pageProperty().get()).isEqualTo(Page.FOUND);
        assertThat(model.found().foundProperty().get().orElseThrow().read()).isEqualTo(30);
        choose("upbeat");
        assertThat(model.pageProperty().get()).isEqualTo(Page.MARK);
        assertThat(model.marks().currentProperty().get()).contains(FakeReplies.reply(0));
    }

    @Test
    void votesThatWaitAreCountedForEachDetector() {
        assertThat(model.waitingProperty().get()).isEqualTo(120);
        assertThat(model.waiting("polite")).isEqualTo(120);
        assertThat(model.waiting("salesy")).isZero();
    }

    @Test
    void learningIsFollowedByAFirstLookWhoseResultIsOpened() {
        model.pageProperty().set(Page.MARK);
        model.train();
        assertThat(model.work().isBusy()).isTrue();
        detectors.training().finish(detectors.trained("polite"));
        assertThat(detectors.replies().limits()).containsExactly(DetectorsViewModel.FIRST_LOOK);
        assertThat(model.work().isBusy()).isTrue();
        detectors.replies().reading().finish(new ReadReport(30, 1, 0));
        assertThat(model.work().isBusy()).isFalse();
        assertThat(model.pageProperty().get()).isEqualTo(Page.FOUND);
        assertThat(model.chosenProperty().get().orElseThrow().accuracy().accuracy().value())
                .isEqualTo(.9);
    }

    @Test
    void oneThingRunsAtATimeAndItCanBeStopped() {
        model.read(Integer.MAX_VALUE);
        detectors.replies().reading().report("#polite reads texts", 10, 30, 4, Map.of());
        assertThat(model.work().runningProperty().get().orElseThrow().status().done())
                .isEqualTo(10);
        model.read(100);
        model.train();
        assertThat(detectors.replies().limits()).containsExactly(Integer.MAX_VALUE);
        model.work().cancel();
        assertThat(model.work().isBusy()).isFalse();
        assertThat(told.failures()).isEmpty();
        model.read(100);
        assertThat(detectors.replies().limits()).containsExactly(Integer.MAX_VALUE, 100);
    }

    @Test
    void aFailedLearningIsToldAndLeavesTheRest() {
        model.train();
        detectors.training().fail(new ServiceException("worker.memory", "Too little.", ""));
        assertThat(model.work().isBusy()).isFalse();
        assertThat(told.failures()).hasSize(1);
        assertThat(detectors.replies().limits()).isEmpty();
    }

    @Test
    void aDetectorWithTooFewMarksDoesNotLearn() {
        choose("upbeat");
        assertThat(model.canLearn()).isFalse();
        model.train();
        assertThat(model.work().isBusy()).isFalse();
    }

    @Test
    void aRuleAsksTheDetectorAtItsThreshold() {
        assertThat(rule(Use.BETTER)).isEqualTo("good(X) when detects(X, #polite)");
        assertThat(rule(Use.WORSE)).isEqualTo("bad(X) when detects(X, #polite)");
        assertThat(rule(Use.HIGHER)).isEqualTo("prefer higher score(X, #polite)");
        model.found().setThreshold(.72);
        assertThat(rule(Use.WORSE)).isEqualTo("bad(X) when score(X, #polite) >= 0.72");
        choose("upbeat");
        assertThat(model.rule(Use.BETTER)).isEmpty();
    }

    @Test
    void oneThatARuleAsksIsNotDeletedAndTheRuleIsNamed() {
        model.remove();
        assertThat(told.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("be-polite"));
        assertThat(model.rows()).hasSize(3);
        assertThat(model.undo().newestProperty().get()).isEmpty();
    }

    @Test
    void aDeletedOneComesBack() {
        choose("salesy");
        model.remove();
        assertThat(model.rows()).extracting(DetectorRow::name).doesNotContain("salesy");
        model.undo().undo();
        assertThat(model.rows()).extracting(DetectorRow::name).contains("salesy");
        assertThat(chosen()).isEqualTo("salesy");
    }

    @Test
    void aRenamedOneGetsItsNameBack() {
        choose("salesy");
        model.rename(" pushy ");
        assertThat(chosen()).isEqualTo("pushy");
        model.undo().undo();
        assertThat(chosen()).isEqualTo("salesy");
        assertThat(model.undo().newestProperty().get()).isEmpty();
    }

    @Test
    void theDoubtfulRepliesAreMarkedNext() {
        Reply first = model.found().unmarked().getFirst();
        model.markListed();
        assertThat(model.pageProperty().get()).isEqualTo(Page.MARK);
        assertThat(model.marks().currentProperty().get()).contains(first);
    }

    @Test
    void whatRulesWaitForIsReadAtOneGo() {
        model.readForRules();
        detectors.run().finish(new ReadReport(240, 3, 0));
        assertThat(told.sentences().getLast()).startsWith("240 texts were read");
    }
}
