package dev.whetstone.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeEngines;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EnginesViewModelTest {
    private final FakeEngines engines = new FakeEngines();
    private final Told told = new Told();
    private final EnginesViewModel model =
            new EnginesViewModel(
                    engines, new DirectTaskRunner(), told, new Messages(Locale.ENGLISH));

    @Test
    void aFolderIsShownBeforeItIsCopiedAndConfirmedWithItsDigest() {
        model.look(Path.of("libtorch"));
        EnginesViewModel.Offer offer = model.offerProperty().get().orElseThrow();
        assertThat(offer.unknown()).containsExactly("torch/libtorch_cpu.so");
        assertThat(engines.trusted()).isEmpty();
        model.accept();
        assertThat(engines.trusted()).isEqualTo(offer.source().digest());
        assertThat(model.offerProperty().get()).isEmpty();
        assertThat(model.shownProperty().get().entries())
                .extracting(entry -> entry.name())
                .contains("mine");
    }

    @Test
    void aDeclinedFolderIsForgotten() {
        model.look(Path.of("libtorch"));
        model.decline();
        model.accept();
        assertThat(engines.trusted()).isEmpty();
    }

    @Test
    void anEngineThatDoesNotWorkIsNotUsedAndItsReasonIsTold() {
        model.enable("torch-2.13.0-cu130");
        assertThat(told.failures()).hasSize(1);
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.shownProperty().get().device()).isEqualTo("cpu");
    }
}
