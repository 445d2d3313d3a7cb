package dev.whetstone.desktop.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeDetectors;
import dev.whetstone.desktop.fake.FakeReplies;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.services.detectors.Mark;
import dev.whetstone.services.detectors.ReadReply;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoundViewModelTest {
    private final FakeDetectors detectors = new FakeDetectors();
    private final FoundViewModel model =
            new FoundViewModel(detectors, new DirectTaskRunner(), new Told());

    @BeforeEach
    void open() {
        model.open("polite");
    }

    private int kept() {
        return model.foundProperty().get().orElseThrow().kept();
    }

    @Test
    void aMovedThresholdKeepsOthersAndShowsTheRepliesBesideIt() {
        assertThat(kept()).isEqualTo(10);
        model.setThreshold(.1049);
        assertThat(model.thresholdProperty().get()).isEqualTo(.1);
        assertThat(kept()).isEqualTo(28);
        assertThat(model.listed().getFirst().score()).isBetween(.05, .15);
        model.setThreshold(1.4);
        assertThat(model.thresholdProperty().get()).isEqualTo(1);
        assertThat(kept()).isZero();
    }

    @Test
    void repliesAreListedFromEitherEnd() {
        model.sortProperty().set(FoundViewModel.Sort.HIGHEST);
        assertThat(model.listed())
                .isSortedAccordingTo(Comparator.comparingDouble(ReadReply::score).reversed());
        model.sortProperty().set(FoundViewModel.Sort.LOWEST);
        assertThat(model.listed())
                .isSortedAccordingTo(Comparator.comparingDouble(ReadReply::score));
    }

    @Test
    void markedRepliesAreNotOfferedForMarking() {
        detectors.mark(
                "polite", List.of(new Mark(FakeReplies.reply(5).text(), Mark.Answer.NO)), "m");
        model.load();
        assertThat(model.listed()).hasSize(30);
        assertThat(model.unmarked()).hasSize(29).doesNotContain(FakeReplies.reply(5));
    }

    @Test
    void anotherDetectorBeginsAtTheUsualThreshold() {
        model.setThreshold(.9);
        model.open("salesy");
        assertThat(model.thresholdProperty().get()).isEqualTo(.5);
        assertThat(kept()).isEqualTo(10);
    }
}
