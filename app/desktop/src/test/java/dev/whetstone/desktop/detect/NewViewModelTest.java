package dev.whetstone.desktop.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.detect.DetectorsViewModel.Page;
import dev.whetstone.desktop.detect.NewViewModel.Missing;
import dev.whetstone.desktop.detect.NewViewModel.Way;
import dev.whetstone.desktop.fake.FakeDetectors;
import dev.whetstone.desktop.fake.FakeReplies;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.DetectorRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewViewModelTest {
    private final FakeDetectors detectors = new FakeDetectors();
    private final Told told = new Told();
    private final DetectorsViewModel screen =
            new DetectorsViewModel(
                    detectors, "Maria", new DirectTaskRunner(), told, new Messages(Locale.ENGLISH));
    private final NewViewModel model = screen.making();

    @BeforeEach
    void begin() {
        screen.load();
        screen.startNew();
    }

    private void isMissing(Missing what) {
        assertThat(model.missingProperty().get()).contains(what);
        model.make();
        assertThat(screen.rows()).hasSize(3);
    }

    @Test
    void aNameIsPlainAndNobodyElses() {
        isMissing(Missing.NAME);
        model.nameProperty().set("very rude");
        isMissing(Missing.PLAIN_NAME);
        model.nameProperty().set("#polite");
        isMissing(Missing.OTHER_NAME);
        model.nameProperty().set("rude");
        assertThat(model.missingProperty().get()).isEmpty();
    }

    @Test
    void oneFromMarksIsOpenedAtItsFirstReply() {
        model.nameProperty().set(" #rude ");
        model.make();
        assertThat(screen.chosenProperty().get().map(DetectorRow::name)).contains("rude");
        assertThat(screen.pageProperty().get()).isEqualTo(Page.MARK);
        assertThat(screen.marks().currentProperty().get()).contains(FakeReplies.reply(0));
        assertThat(screen.work().isBusy()).isFalse();
        assertThat(model.nameProperty().get()).isEmpty();
        screen.undo().undo();
        assertThat(screen.rows()).extracting(DetectorRow::name).doesNotContain("rude");
    }

    @Test
    void oneFromExamplesLearnsAtOnce() {
        model.nameProperty().set("rude");
        model.wayProperty().set(Way.EXAMPLES);
        isMissing(Missing.EXAMPLE);
        model.add(model.like(), " That is your own fault. ");
        model.add(model.like(), "That is your own fault.");
        model.add(model.like(), "  ");
        model.add(model.unlike(), "Thank you.");
        model.make();
        assertThat(detectors.show("rude").recipe())
                .isEqualTo(
                        new Recipe.Examples(
                                "", List.of("That is your own fault."), List.of("Thank you.")));
        assertThat(screen.work().isBusy()).isTrue();
    }

    @Test
    void examplesAreChosenAmongReplies() {
        model.look("patience");
        assertThat(model.offeredProperty().get())
                .hasSize(5)
                .allSatisfy(reply -> assertThat(reply.text()).contains("patience"));
        model.look(" ");
        assertThat(model.offeredProperty().get()).isEmpty();
    }

    @Test
    void aFolderIsAskedForItsLabels() {
        model.nameProperty().set("upset");
        model.wayProperty().set(Way.FOLDER);
        isMissing(Missing.FOLDER);
        model.choose(Path.of("models/sentiment"));
        assertThat(model.labels()).containsExactly("NEGATIVE", "POSITIVE");
        model.labelProperty().set("NEGATIVE");
        model.make();
        assertThat(detectors.show("upset").recipe())
                .isEqualTo(new Recipe.Checkpoint(Path.of("models/sentiment"), "NEGATIVE"));
    }

    @Test
    void aFolderWithoutAClassifierIsToldAndNotTaken() {
        model.nameProperty().set("upset");
        model.wayProperty().set(Way.FOLDER);
        model.choose(Path.of("models/sentiment"));
        model.choose(Path.of("holiday"));
        assertThat(told.failures()).hasSize(1);
        assertThat(model.folderProperty().get()).isEmpty();
        isMissing(Missing.FOLDER);
    }
}
