package dev.whetstone.services.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.pair.PairRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleEditsTest {
    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;

    @BeforeEach
    void open() {
        List<SmallProject.Pair> pairs = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            pairs.add(
                    new SmallProject.Pair(
                            "Question " + i, "Short.", "word ".repeat(i * 4).strip() + "."));
        }
        small = SmallProject.of(folder, pairs);
        project = small.services();
        small.chooseTheLonger(Explanation.NONE);
    }

    @AfterEach
    void close() {
        small.close();
    }

    private Preview.Counted preview(UUID rule, String text) {
        return (Preview.Counted) project.rules().preview(rule, text);
    }

    private double slot(UUID rule) {
        return project.rules().slots(rule).getFirst().value().value();
    }

    @Test
    void aNewNameLeavesTheSlidersWhereTheyStand() {
        UUID rule = project.rules().add("long", "prefer higher words(X) by ?m", "ana");
        project.rules().setSlot(rule, "m", 5, "ana");
        project.rules().edit(rule, "longer", "prefer higher words(X) by ?m", "ana");
        assertThat(slot(rule)).isEqualTo(5);
    }

    @Test
    void aSliderThatTheTextNoLongerHasIsForgotten() {
        UUID rule = project.rules().add("long", "prefer higher words(X) by ?m", "ana");
        project.rules().setSlot(rule, "m", 5, "ana");
        project.rules().edit(rule, "", "prefer higher words(X) by 5", "ana");
        assertThat(project.rules().history(rule).getFirst().slots()).isEmpty();
    }

    @Test
    void theUnchangedTextOfARuleWithAMovedSliderChangesNoVote() {
        UUID rule = project.rules().add("long", "prefer higher words(X) by ?m", "ana");
        project.rules().setSlot(rule, "m", 2, "ana");
        Preview.Counted counted = preview(rule, "prefer higher words(X) by ?m");
        assertThat(counted.changed()).isEmpty();
        assertThat(counted.after().fires()).isEqualTo(8);
    }

    @Test
    void aRestoredVersionBringsItsSlidersBackAndCanItselfBeUndone() {
        UUID rule = project.rules().add("long", "prefer higher words(X) by ?m", "ana");
        project.rules().setSlot(rule, "m", 5, "ana");
        project.rules().setSlot(rule, "m", 9, "tom");
        List<Revision> before = project.rules().history(rule);
        assertThat(before).extracting(Revision::what).startsWith("slider moved", "slider moved");
        project.rules().restore(rule, before.get(1).id());
        assertThat(slot(rule)).isEqualTo(5);
        List<Revision> after = project.rules().history(rule);
        assertThat(after.getFirst().what()).isEqualTo("restored");
        project.rules().restore(rule, after.get(1).id());
        assertThat(slot(rule)).isEqualTo(9);
    }

    @Test
    void anEditTellsWhatItSilencesAndWhereItNewlyVotes() {
        UUID rule = project.rules().add("long", "prefer higher words(X) by 20", "ana");
        Preview.Counted wider = preview(rule, "prefer higher words(X) by 10");
        assertThat(wider.before().fires()).isEqualTo(3);
        assertThat(wider.newlyVoting()).isEqualTo(3);
        assertThat(wider.silenced()).isZero();
        assertThat(wider.examples())
                .filteredOn(one -> one.group() == Decided.Group.NEWLY_RIGHT)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.chosenBy()).containsExactly("ana"));
        assertThat(preview(rule, "prefer higher words(X) by 30").silenced()).isEqualTo(2);
    }

    @Test
    void nothingIsNewAboutARuleThatNobodySaved() {
        assertThat(preview(RuleRow.NO_COMPARISON, "prefer higher words(X)").examples())
                .extracting(Decided::group)
                .containsOnly(Decided.Group.RIGHT);
    }

    @Test
    void aListThatIsNotThereIsNamedWithItsPlace() {
        String text = "bad(X) when contains(X, \"@a\")\n or mentions(X, @apolgy)";
        Preview.Counted counted = preview(RuleRow.NO_COMPARISON, text);
        assertThat(counted.missing())
                .containsExactly(
                        new Preview.Missing("apolgy", text.indexOf("@apolgy"), List.of("apology")));
        assertThat(counted.warnings()).noneMatch(warning -> warning.contains("apolgy"));
    }

    @Test
    void aCountThatNobodyWantsIsGivenUp() {
        assertThatThrownBy(
                        () ->
                                project.rules()
                                        .preview(
                                                RuleRow.NO_COMPARISON,
                                                "prefer higher chars(X)",
                                                () -> true))
                .isInstanceOf(CancellationException.class);
        assertThat(preview(RuleRow.NO_COMPARISON, "prefer higher chars(X)").after().fires())
                .isEqualTo(8);
    }

    @Test
    void aGlanceVotesOnThePairsInSightWithTheRulesOwnSliders() {
        UUID rule = project.rules().add("long", "prefer higher words(X) by ?m", "ana");
        project.rules().setSlot(rule, "m", 6, "ana");
        List<PairRef> pairs =
                List.of(
                        new PairRef(small.comparisons().get(0), 0, 1),
                        new PairRef(small.comparisons().get(5), 0, 1),
                        new PairRef(new UUID(1, 1), 0, 1));
        assertThat(project.rules().glance(rule, "prefer higher words(X) by ?m", pairs))
                .isEqualTo(Map.of(pairs.get(0), 0, pairs.get(1), -1));
        assertThat(project.rules().glance(rule, "prefer higher words(", pairs)).isEmpty();
    }

    @Test
    void unexplainedChoicesAreThoseNoActiveRuleVotesFor() {
        assertThat(project.rules().unexplained()).isEqualTo(8);
        UUID rule = project.rules().add("long", "prefer higher words(X) by 20", "ana");
        assertThat(project.rules().unexplained()).isEqualTo(5);
        project.rules().pause(rule);
        assertThat(project.rules().unexplained()).isEqualTo(8);
    }

    @Test
    void aSearchForSuggestionsCanBeStopped() {
        assertThatThrownBy(
                        () ->
                                project.rules()
                                        .suggest(
                                                .2,
                                                5,
                                                (done, of) -> {
                                                    throw new CancellationException("enough");
                                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(project.rules().list()).isEmpty();
    }

    @Test
    void rulesThatAPersonKeepsApartAreNotSuggestedAsAFamily() {
        UUID one = project.rules().add("a", "prefer higher words(X)", "ana");
        UUID other = project.rules().add("b", "prefer higher words(X) by 2", "ana");
        assertThat(project.families().suggest()).hasSize(1);
        project.families().separate(List.of(one, other), "ana");
        assertThat(project.families().suggest()).isEmpty();
        assertThat(project.families().confirmed()).isEmpty();
    }
}
