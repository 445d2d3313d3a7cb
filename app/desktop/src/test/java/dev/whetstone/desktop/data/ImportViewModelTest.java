package dev.whetstone.desktop.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeData;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportViewModelTest {
    private final FakeData data = new FakeData();
    private final Told told = new Told();
    private final ImportViewModel model =
            new ImportViewModel(
                    data, "Maria", new DirectTaskRunner(), told, new Messages(Locale.ENGLISH));

    @BeforeEach
    void choose() {
        model.choose(Path.of("replies.csv"));
    }

    @Test
    void choosingAFileCountsWhatWouldHappen() {
        assertThat(model.role("inquiry")).isEqualTo("prompt");
        assertThat(model.role("team")).isEmpty();
        assertThat(data.calls()).containsExactly("dry prompt=inquiry,a=bot_v4,b=agent_reply");
    }

    @Test
    void rowsThatCannotBeImportedKeepTheFileOutUntilTheyAreLeftOut() {
        assertThat(model.hasBadRows().get()).isTrue();
        assertThat(model.canImport().get()).isFalse();
        model.skipBadProperty().set(true);
        assertThat(model.canImport().get()).isTrue();
    }

    @Test
    void anotherMappingMustBeCountedAnew() {
        model.skipBadProperty().set(true);
        model.setRole("better", "label");
        assertThat(model.mappingProperty().get())
                .isEqualTo("prompt=inquiry,a=bot_v4,b=agent_reply,label=better");
        assertThat(model.canImport().get()).isFalse();
        model.check();
        assertThat(model.canImport().get()).isTrue();
    }

    @Test
    void aRoleMovesFromColumnToColumn() {
        model.setRole("agent_reply", "a");
        assertThat(model.role("bot_v4")).isEmpty();
        assertThat(model.role("agent_reply")).isEqualTo("a");
        model.setRole("agent_reply", "");
        assertThat(model.mappingProperty().get()).isEqualTo("prompt=inquiry");
    }

    @Test
    void theValuesOfALabelStayWithIt() {
        model.mappingProperty().set("prompt=inquiry,a=bot_v4,label=better:1>a,2>b");
        assertThat(model.role("better")).isEqualTo("label");
        model.setRole("agent_reply", "b");
        assertThat(model.mappingProperty().get())
                .isEqualTo("prompt=inquiry,a=bot_v4,label=better:1>a,2>b,b=agent_reply");
    }

    @Test
    void importingTellsAndGoesBackToTheStart() {
        model.skipBadProperty().set(true);
        model.importAll();
        assertThat(data.calls().getLast())
                .isEqualTo("import prompt=inquiry,a=bot_v4,b=agent_reply");
        assertThat(told.sentences()).containsExactly("5,021 comparisons are in the project.");
        assertThat(model.fileProperty().get()).isEmpty();
    }
}
