package dev.whetstone.desktop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeJob;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.rules.ConceptNeighbour;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordListsViewModelTest {
    private final FakeRules rules = new FakeRules();
    private final Told told = new Told();
    private final DirectTaskRunner runner = new DirectTaskRunner();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final RulesViewModel list = new RulesViewModel(rules, "Maria", runner, told, messages);
    private final FakeJob<List<ConceptNeighbour>> job = new FakeJob<>("near");
    private final WordListsViewModel model =
            new WordListsViewModel(
                    rules, (name, most) -> job, list, "Maria", runner, told, messages);

    @BeforeEach
    void load() {
        list.load();
        model.choose("contact");
    }

    @Test
    void wordsAreAddedAndTakenOut() {
        model.add("write to us, , ring us");
        assertThat(model.words()).containsExactly("call us", "write to us", "ring us");
        model.remove("call us");
        assertThat(model.words()).containsExactly("write to us", "ring us");
        assertThat(told.saves()).isEqualTo(2);
    }

    @Test
    void aListBeginsWithItsFirstWords() {
        model.start("@hail", "hail, hailstone");
        assertThat(model.chosenProperty().get()).isEqualTo("hail");
        assertThat(model.listsProperty().get()).containsEntry("hail", List.of("hail", "hailstone"));
    }

    @Test
    void nearWordsAreAskedAboutOneByOne() {
        model.look();
        assertThat(model.lookingProperty().get()).isTrue();
        job.finish(
                List.of(
                        new ConceptNeighbour("phone us", .8, 4, "please phone us today"),
                        new ConceptNeighbour("the car", .3, 2, "in the car")));
        assertThat(model.words()).containsExactly("call us");
        model.take();
        assertThat(model.words()).containsExactly("call us", "phone us");
        model.pass();
        assertThat(model.words()).containsExactly("call us", "phone us");
        assertThat(model.offeredProperty().get()).isEmpty();
    }

    @Test
    void aSearchIsGivenUp() {
        model.look();
        model.stop();
        assertThat(job.status().state()).isEqualTo(JobState.CANCELLED);
        assertThat(model.lookingProperty().get()).isFalse();
    }

    @Test
    void whatWasFoundForAnotherListIsNotAskedAbout() {
        model.look();
        model.choose("next_steps");
        assertThat(model.lookingProperty().get()).isFalse();
        assertThat(model.offeredProperty().get()).isEmpty();
    }
}
