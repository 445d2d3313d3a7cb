package dev.whetstone.services.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.evaluate.HeadToHead;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.SmallProject.Pair;
import dev.whetstone.services.coverage.ProjectCoverage;
import dev.whetstone.services.coverage.SlicedPairs;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.reward.HeldOutChoices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five pairs, on each of which the longer reply was chosen: A, B, B, B, B. `thanks` votes A, B;
/// `sorry` votes A on 0 and on 2; `never` votes A on 1. The model says .9, .7, .4, .5, .2 for A,
/// so it is right, wrong, right, undecided, right.
class ShortfallsTest {
    private static final String SAME =
            "We have looked at your claim and will pay the whole amount within two weeks from today";
    private static final double[] SAID = {.9, .7, .4, .5, .2};

    @TempDir Path folder;
    private SmallProject project;

    @BeforeEach
    void open() {
        project =
                SmallProject.of(
                        folder,
                        List.of(
                                new Pair("Hail dented the car", "Many thanks and sorry", "No"),
                                new Pair("My trip was late", "We never pay", "Many thanks to you"),
                                new Pair("A pipe leaked", "So sorry", "It is the tenant's matter"),
                                new Pair("The roof is gone", "Send photos", "Call the surveyor"),
                                new Pair("The cellar is wet", SAME, SAME + "!")));
        project.chooseTheLonger(Explanation.NONE);
        add("thanks");
        add("sorry");
        add("never");
    }

    private void add(String word) {
        var unused =
                project.services()
                        .rules()
                        .add(word, "good(X) when contains(X, \"" + word + "\")", "ana");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private SlicedPairs pairs() {
        return ((ProjectCoverage) project.services().coverage()).sliced();
    }

    private static HeldOutChoices said(SlicedPairs pairs, int known) {
        List<HeldOutChoices.Predicted> choices = new ArrayList<>();
        for (int pair = 0; pair < known; pair++) {
            Choice choice = pairs.ballot().choices().of(pair).getFirst();
            choices.add(new HeldOutChoices.Predicted(choice.judgementId(), 0, 1, SAID[pair]));
        }
        return new HeldOutChoices("", 1, 5, Instant.EPOCH, 1, choices);
    }

    private AccuracyReport report(int known) {
        SlicedPairs pairs = pairs();
        return new Shortfalls(pairs, said(pairs, known)).report(Shortfalls.Staleness.CURRENT);
    }

    @Test
    void eachRuleStandsBesideTheModelWhereItVotes() {
        AccuracyReport report = report(5);
        assertThat(report.rules())
                .extracting(RuleAccuracy::name)
                .containsExactly("thanks", "never", "sorry");
        HeadToHead thanks = report.rules().get(0).against();
        assertThat(thanks.items()).isEqualTo(2);
        assertThat(thanks.first().value()).isEqualTo(.5);
        assertThat(thanks.second().value()).isEqualTo(1);
        assertThat(thanks.apart()).isEqualTo(1);
        assertThat(thanks.firstApart().value()).isZero();
        HeadToHead sorry = report.rules().get(2).against();
        assertThat(sorry.first().value()).isEqualTo(1);
        assertThat(sorry.second().value()).isEqualTo(.5);
        assertThat(sorry.firstApart().value()).isEqualTo(1);
        assertThat(report.rules().get(1).against().apart()).isZero();
        assertThat(report.rules())
                .extracting(RuleAccuracy::shortfall)
                .containsExactly(.5, 0.0, -.5);
    }

    @Test
    void anUndecidedPredictionCountsAHalf() {
        AccuracyReport report = report(5);
        assertThat(report.choices()).isEqualTo(5);
        assertThat(report.model().value()).isEqualTo(.7);
        assertThat(report.people().getFirst().of()).isEqualTo("ana");
        assertThat(report.people().getFirst().model()).isEqualTo(report.model());
        assertThat(report.people().getFirst().shortfall()).isZero();
    }

    @Test
    void aSliceFallsShortOfAllChoices() {
        var alike =
                report(5).slices().stream()
                        .filter(row -> row.of().id().equals("like-length"))
                        .findFirst()
                        .orElseThrow();
        // only pair 4 has replies of like length
        assertThat(alike.choices()).isEqualTo(1);
        assertThat(alike.model().value()).isEqualTo(1);
        assertThat(alike.shortfall()).isEqualTo(.7 - 1);
        assertThat(report(5).slices())
                .extracting(row -> row.of().id())
                .contains("short-prompt")
                .doesNotContain("", "judged", "person:ana");
    }

    @Test
    void ofChoicesThatWereNotTriedNothingIsSaid() {
        AccuracyReport report = report(2);
        assertThat(report.choices()).isEqualTo(2);
        assertThat(report.untried()).isEqualTo(3);
        assertThat(report.model().value()).isEqualTo(.5);
        assertThat(report.rules().getLast().against().items()).isEqualTo(1);
    }
}
