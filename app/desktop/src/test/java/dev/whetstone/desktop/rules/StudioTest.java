package dev.whetstone.desktop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.desktop.fake.FakeFamilies;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Families;
import dev.whetstone.services.rules.Finding;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import dev.whetstone.services.rules.Suggestions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What stands around the list: checks, sliders, families, history and suggestions.
class StudioTest {
    private final FakeRules rules = new FakeRules();
    private final FakeFamilies families = new FakeFamilies();
    private final Told told = new Told();
    private final DirectTaskRunner runner = new DirectTaskRunner();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final RulesViewModel list = new RulesViewModel(rules, "Maria", runner, told, messages);

    private UUID id(int index) {
        return rules.list().get(index).id();
    }

    @Test
    void whatTheFiltersFindIsThereWhenARuleIsOpened() {
        rules.willFind(new Finding(Finding.Kind.BROAD, "votes on all", List.of()));
        ChecksViewModel checks = new ChecksViewModel(rules, list, runner, told);
        list.load();
        assertThat(checks.foundProperty().get())
                .isInstanceOfSatisfying(
                        ChecksViewModel.Done.class,
                        done ->
                                assertThat(done.findings())
                                        .extracting(Finding::sentence)
                                        .containsExactly("votes on all"));
    }

    @Test
    void aNewTextIsCheckedWhenSomebodyAsks() {
        ChecksViewModel checks = new ChecksViewModel(rules, list, runner, told);
        list.load();
        list.startNew("bad(X) when refuses(X)");
        assertThat(checks.foundProperty().get()).isInstanceOf(ChecksViewModel.NotYet.class);
        checks.checkText();
        assertThat(checks.foundProperty().get()).isEqualTo(new ChecksViewModel.Done(List.of()));
    }

    private SlidersViewModel sliders() {
        UUID rule = rules.add("long", "bad(X) when words(X) > ?m", "Maria");
        SlidersViewModel sliders =
                new SlidersViewModel(rules, list, "Maria", runner, told, messages);
        list.select(rule);
        list.load();
        return sliders;
    }

    private static double value(SlidersViewModel sliders) {
        return sliders.scalesProperty().get().getFirst().value().value();
    }

    @Test
    void aSliderIsMovedSavedAndPutBack() {
        SlidersViewModel sliders = sliders();
        assertThat(sliders.undoableProperty().get()).isFalse();
        sliders.move("m", 50);
        assertThat(value(sliders)).isEqualTo(50);
        assertThat(told.saves()).isEqualTo(1);
        sliders.undo();
        assertThat(value(sliders)).isEqualTo(20);
        assertThat(sliders.undoableProperty().get()).isFalse();
    }

    @Test
    void fittingASliderCanBeUndone() {
        SlidersViewModel sliders = sliders();
        sliders.fit();
        assertThat(value(sliders)).isEqualTo(35);
        sliders.undo();
        assertThat(value(sliders)).isEqualTo(20);
    }

    @Test
    void anotherRulesSlidersAreNotPutBack() {
        SlidersViewModel sliders = sliders();
        sliders.move("m", 50);
        list.open(rules.list().getFirst());
        assertThat(sliders.undoableProperty().get()).isFalse();
        assertThat(sliders.scalesProperty().get()).extracting(SlotScale::name).isEmpty();
    }

    private FamiliesViewModel familiesModel() {
        return new FamiliesViewModel(families, list, "Maria", runner, told, messages);
    }

    @Test
    void aSuggestedFamilyIsKeptAndLeft() {
        families.willSuggest(new Families.Suggested(List.of(id(0), id(7)), List.of("they agree")));
        FamiliesViewModel model = familiesModel();
        list.load();
        model.keep(model.suggestion().orElseThrow());
        assertThat(model.family().orElseThrow().rules()).containsExactly(id(0), id(7));
        assertThat(model.family().orElseThrow().by()).isEqualTo("Maria");
        assertThat(model.suggestion()).isEmpty();
        model.split();
        assertThat(model.family()).isEmpty();
    }

    @Test
    void rulesThatAreCountedSeparatelyAreNotAskedAboutAgain() {
        families.willSuggest(new Families.Suggested(List.of(id(0), id(7)), List.of()));
        FamiliesViewModel model = familiesModel();
        list.load();
        model.separate(model.suggestion().orElseThrow());
        assertThat(model.suggestion()).isEmpty();
        assertThat(model.confirmedProperty().get()).isEmpty();
    }

    @Test
    void aFamilyStandsTogetherInWhateverOrderAndFoldsAway() {
        families.confirm(List.of(id(1), id(7)), "Maria");
        RuleLines lines = new RuleLines(list.rows(), familiesModel());
        list.load();
        assertThat(lines.lines())
                .extracting(line -> line.row().name())
                .startsWith(
                        "Promises cover",
                        "No next steps",
                        "Says definitely covered",
                        "List asked, none given");
        lines.sort(
                Optional.of(
                        Comparator.comparing((RuleLine line) -> line.row().figures().coverage())));
        assertThat(lines.lines())
                .extracting(line -> line.row().name())
                .startsWith("Says definitely covered", "No next steps", "Asks for credentials");
        assertThat(lines.lines().getFirst().place()).isEqualTo(RuleLine.Place.OPEN_HEAD);
        assertThat(lines.lines().get(1).place()).isEqualTo(RuleLine.Place.MEMBER);
        lines.fold(lines.lines().getFirst());
        assertThat(lines.lines())
                .extracting(line -> line.row().name())
                .startsWith("Says definitely covered", "Asks for credentials");
        assertThat(lines.lines()).hasSize(7);
    }

    private HistoryViewModel history() {
        HistoryViewModel history = new HistoryViewModel(rules, list, runner, told, messages);
        list.load();
        return history;
    }

    @Test
    void anOldVersionComesBack() {
        HistoryViewModel history = history();
        history.restore(history.revisionsProperty().get().getLast());
        assertThat(rules.list().getFirst().text())
                .isEqualTo("bad(X) when not contains(X, \"next\")");
        assertThat(told.saves()).isEqualTo(1);
    }

    @Test
    void aNewRuleHasNoHistory() {
        HistoryViewModel history = history();
        assertThat(history.revisionsProperty().get()).hasSize(2);
        list.startNew();
        assertThat(history.revisionsProperty().get()).isEmpty();
        assertThat(history.canUndo()).isFalse();
    }

    private static Suggestions.Suggestion suggestion(String name, String text) {
        return new Suggestions.Suggestion(
                new UUID(0, 0), name, text, name, "Is " + name + " meant?", 12, 1, .01, .05, 5);
    }

    private SuggestionsViewModel suggestions() {
        rules.list().stream()
                .filter(row -> row.state() == RuleState.SUGGESTED)
                .map(RuleRow::id)
                .forEach(rules::pause);
        SuggestionsViewModel model = new SuggestionsViewModel(rules, list, runner, told, messages);
        list.load();
        rules.willSuggest(suggestion("polite", "good(X) when greets(X)"));
        rules.willSuggest(suggestion("short", "prefer lower words(X)"));
        model.search();
        return model;
    }

    private static SuggestionsViewModel.Asked asked(SuggestionsViewModel model) {
        return (SuggestionsViewModel.Asked) model.stateProperty().get();
    }

    private RuleState state(String name) {
        return rules.list().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void minedRulesAreAskedAboutOneByOneAndNoneVotesByItself() {
        SuggestionsViewModel model = suggestions();
        assertThat(asked(model).question()).isEqualTo("Is polite meant?");
        assertThat(asked(model).of()).isEqualTo(2);
        assertThat(state("polite")).isEqualTo(RuleState.SUGGESTED);
        model.accept();
        assertThat(state("polite")).isEqualTo(RuleState.ACTIVE);
        assertThat(asked(model).question()).isEqualTo("Is short meant?");
        assertThat(list.currentProperty().get().orElseThrow().name()).isEqualTo("short");
        model.decline();
        assertThat(rules.list()).extracting(RuleRow::name).doesNotContain("short");
        assertThat(model.stateProperty().get()).isInstanceOf(SuggestionsViewModel.Idle.class);
        assertThat(model.askingProperty().get()).isFalse();
    }

    @Test
    void whatIsPutOffStaysASuggestionAndComesWithTheNextSearch() {
        SuggestionsViewModel model = suggestions();
        model.later();
        assertThat(asked(model).question()).isEqualTo("Is short meant?");
        model.later();
        assertThat(model.askingProperty().get()).isFalse();
        assertThat(state("polite")).isEqualTo(RuleState.SUGGESTED);
        model.search();
        assertThat(asked(model).question()).isEqualTo("Is polite meant?");
    }

    @Test
    void aTemplateIsWrittenInTheEditorWithItsValues() {
        TemplatesViewModel templates = new TemplatesViewModel(list);
        assertThat(templates.all()).hasSize(26);
        templates.choose(
                templates.all().stream()
                        .filter(one -> one.id().equals("number_words"))
                        .findFirst()
                        .orElseThrow());
        templates.set("num_words", "77");
        assertThat(list.edit().textProperty().get()).contains("77");
        assertThat(list.currentProperty().get()).isEmpty();
        templates.set("num_words", "many");
        assertThat(templates.problemProperty().get()).isNotBlank();
        assertThat(list.edit().textProperty().get()).contains("77");
    }
}
