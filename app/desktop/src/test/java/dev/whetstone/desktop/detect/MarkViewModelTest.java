package dev.whetstone.desktop.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeDetectors;
import dev.whetstone.desktop.fake.FakeReplies;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detectors.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkViewModelTest {
    private final FakeDetectors detectors = new FakeDetectors();
    private final Told told = new Told();
    private final UndoLog undo = new UndoLog();
    private final List<String> changes = new ArrayList<>();
    private final MarkViewModel model =
            new MarkViewModel(
                    detectors,
                    "Maria",
                    new DirectTaskRunner(),
                    told,
                    new Messages(Locale.ENGLISH),
                    undo,
                    () -> changes.add("changed"));

    @BeforeEach
    void open() {
        model.open(detectors.show("upbeat"));
    }

    private void isAsked(int reply) {
        assertThat(model.currentProperty().get()).contains(FakeReplies.reply(reply));
        assertThat(model.askingProperty().get()).isTrue();
    }

    @Test
    void aMarkIsSavedBeforeTheNextReplyIsAsked() {
        List<Integer> savedWhenAsked = new ArrayList<>();
        model.currentProperty()
                .addListener((o, was, now) -> savedWhenAsked.add(detectors.marks("upbeat").size()));
        isAsked(0);
        model.answer(Mark.Answer.YES);
        isAsked(1);
        model.answer(Mark.Answer.NO);
        isAsked(2);
        assertThat(savedWhenAsked).containsExactly(1, 2);
        assertThat(told.saves()).isEqualTo(2);
        assertThat(detectors.marks("upbeat"))
                .containsEntry(FakeReplies.reply(0).text(), Mark.Answer.YES)
                .containsEntry(FakeReplies.reply(1).text(), Mark.Answer.NO);
        assertThat(model.countProperty().get()).isEqualTo(new MarkViewModel.Count(1, 1));
        assertThat(changes).hasSize(2);
    }

    @Test
    void moreRepliesAreDrawnWhenTheFirstOnesAreMarked() {
        for (int i = 0; i < 12; i++) {
            isAsked(i);
            model.answer(Mark.Answer.NO);
        }
        isAsked(12);
    }

    @Test
    void aSkippedReplyDoesNotComeAgain() {
        model.skip();
        isAsked(1);
        for (int i = 1; i < 30; i++) {
            isAsked(i);
            model.answer(Mark.Answer.YES);
        }
        assertThat(model.currentProperty().get()).isEmpty();
        assertThat(model.exhaustedProperty().get()).isTrue();
        assertThat(model.askingProperty().get()).isFalse();
        assertThat(detectors.marks("upbeat")).doesNotContainKey(FakeReplies.reply(0).text());
    }

    @Test
    void aTakenBackMarkIsAskedAgain() {
        model.answer(Mark.Answer.YES);
        model.answer(Mark.Answer.NO);
        assertThat(undo.newestProperty().get()).isEqualTo("Undo: no for #upbeat");
        undo.undo();
        isAsked(1);
        assertThat(model.countProperty().get()).isEqualTo(new MarkViewModel.Count(1, 0));
        assertThat(detectors.show("upbeat").marks()).isEqualTo(1);
        undo.undo();
        isAsked(0);
        assertThat(detectors.show("upbeat").marks()).isZero();
        model.answer(Mark.Answer.NO);
        isAsked(1);
    }

    @Test
    void aSkipIsTakenBack() {
        model.skip();
        undo.undo();
        isAsked(0);
    }

    @Test
    void chosenRepliesComeFirst() {
        model.these(List.of(FakeReplies.reply(20), FakeReplies.reply(7)));
        isAsked(20);
        model.answer(Mark.Answer.YES);
        isAsked(7);
        model.answer(Mark.Answer.YES);
        isAsked(0);
    }

    @Test
    void aMarkThatCannotBeSavedIsAskedAgain() {
        detectors.clear();
        model.answer(Mark.Answer.YES);
        assertThat(told.failures()).hasSize(1);
        isAsked(0);
        assertThat(model.countProperty().get().all()).isZero();
    }

    @Test
    void anotherDetectorBeginsWithItsOwnCount() {
        model.answer(Mark.Answer.YES);
        model.open(detectors.show("polite"));
        assertThat(model.countProperty().get()).isEqualTo(new MarkViewModel.Count(16, 24));
        isAsked(0);
        assertThat(model.countProperty().get().suffices()).isTrue();
    }
}
