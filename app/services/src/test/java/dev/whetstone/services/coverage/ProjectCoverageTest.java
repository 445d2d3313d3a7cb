package dev.whetstone.services.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.SmallProject.Pair;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.label.Contribution;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five pairs, on each of which the longer reply was chosen. `thanks` votes A on 0 and B on 1;
/// `sorry` votes A on 0 and A on 2; `never` votes A on 1. No rule votes on 3 and 4.
class ProjectCoverageTest {
    private static final String SAME =
            "We have looked at your claim and will pay the whole amount within two weeks from today";

    @TempDir Path folder;
    private SmallProject project;
    private Coverage coverage;
    private UUID thanks;
    private UUID sorry;
    private UUID never;

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
                                new Pair("The cellar is wet", SAME, SAME + "!")),
                        (job, progress) -> {
                            throw new ServiceException("worker.none", "no worker", "");
                        });
        project.chooseTheLonger(Explanation.NONE);
        coverage = project.services().coverage();
        ProjectServices services = project.services();
        thanks = services.rules().add("thanks", "good(X) when contains(X, \"thanks\")", "ana");
        sorry = services.rules().add("sorry", "good(X) when contains(X, \"sorry\")", "ana");
        never = services.rules().add("never", "good(X) when contains(X, \"never\")", "ana");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Figures figures(View view, UUID rule) {
        return coverage.report(view, Depth.LABELS).rules().stream()
                .filter(row -> row.id().equals(rule))
                .map(RuleRow::figures)
                .findFirst()
                .orElseThrow();
    }

    private static int place(CoverageReport report, UUID rule) {
        return report.rules().stream().map(RuleRow::id).toList().indexOf(rule);
    }

    private List<Integer> open(Cell cell) {
        List<UUID> order = project.comparisons();
        Listing listing = coverage.open(View.ALL, cell, 100);
        assertThat(listing.total()).isEqualTo(listing.rows().size());
        return listing.rows().stream().map(row -> order.indexOf(row.ref().comparisonId())).toList();
    }

    @Test
    void sharesCountedByHand() {
        CoverageReport report = coverage.report();
        Totals totals = report.totals();
        assertThat(totals.pairs()).isEqualTo(5);
        assertThat(totals.choices()).isEqualTo(5);
        assertThat(totals.covered()).isEqualTo(3 / 5.0);
        assertThat(totals.overlap()).isEqualTo(2 / 5.0);
        assertThat(totals.conflict()).isEqualTo(1 / 5.0);
        assertThat(report.overlaps().share(place(report, thanks), place(report, sorry)))
                .isEqualTo(1 / 5.0);
        assertThat(report.overlaps().share(place(report, never), place(report, thanks)))
                .isEqualTo(1 / 5.0);
        assertThat(report.overlaps().share(place(report, thanks), place(report, never)))
                .isEqualTo(1 / 5.0);
        assertThat(report.overlaps().share(place(report, sorry), place(report, never))).isZero();
        assertThat(report.conflicts().share(place(report, thanks), place(report, never)))
                .isEqualTo(1 / 5.0);
        assertThat(report.conflicts().share(place(report, thanks), place(report, sorry))).isZero();
    }

    @Test
    void aRulesFiguresCountedByHand() {
        Figures of = figures(View.ALL, sorry);
        assertThat(of.coverage()).isEqualTo(2 / 5.0);
        assertThat(of.overlaps()).isEqualTo(1 / 5.0);
        assertThat(of.conflicts()).isZero();
        assertThat(of.uniqueShare()).isEqualTo(1 / 5.0);
        // right on pair 0; on pair 2 the longer reply is B
        assertThat(of.correct()).isEqualTo(1);
        assertThat(of.incorrect()).isEqualTo(1);
        assertThat(of.accuracy()).isEqualTo(.5);
        // pair 0 stays with A without it; pair 2 has no vote left
        assertThat(of.flips()).isEqualTo(1);
    }

    @Test
    void everyFigureOpensThePairsThatItCounts() {
        assertThat(open(new Cell.Voted(sorry))).containsExactly(0, 2);
        assertThat(open(new Cell.Overlapping(sorry))).containsExactly(0);
        assertThat(open(new Cell.Alone(sorry))).containsExactly(2);
        assertThat(open(new Cell.Correct(sorry))).containsExactly(0);
        assertThat(open(new Cell.Incorrect(sorry))).containsExactly(2);
        assertThat(open(new Cell.Flipped(sorry))).containsExactly(2);
        assertThat(open(new Cell.Conflicting(never))).containsExactly(1);
        assertThat(open(new Cell.Both(thanks, sorry))).containsExactly(0);
        assertThat(open(new Cell.Against(thanks, never))).containsExactly(1);
        assertThat(open(new Cell.Covered())).containsExactly(0, 1, 2);
        assertThat(open(new Cell.Overlapped())).containsExactly(0, 1);
        assertThat(open(new Cell.Disputed())).containsExactly(1);
        assertThat(open(new Cell.Uncovered())).containsExactly(3, 4);
        assertThat(open(new Cell.Judged())).hasSize(5);
        assertThat(open(new Cell.All())).hasSize(5);
        assertThat(open(new Cell.AgainstExperts())).containsExactly(2);
        assertThat(open(new Cell.Voted(new UUID(1, 2)))).isEmpty();
    }

    @Test
    void figuresOfARuleAreTheSizesOfTheirCells() {
        for (RuleRow row : coverage.report().rules()) {
            Figures of = row.figures();
            assertThat(open(new Cell.Voted(row.id()))).hasSize((int) (of.coverage() * 5 + .5));
            assertThat(open(new Cell.Alone(row.id()))).hasSize((int) (of.uniqueShare() * 5 + .5));
            assertThat(open(new Cell.Flipped(row.id()))).hasSize(of.flips());
        }
    }

    @Test
    void aSliceRestrictsAllFigures() {
        View alike = new View("like-length", ModelChoice.AUTO);
        CoverageReport report = coverage.report(alike, Depth.HELD_OUT);
        // only pair 4 has replies of like length
        assertThat(report.totals().pairs()).isEqualTo(1);
        assertThat(report.totals().covered()).isZero();
        assertThat(report.rules()).allSatisfy(r -> assertThat(r.figures().coverage()).isZero());
        assertThat(coverage.open(alike, new Cell.Uncovered(), 10).total()).isEqualTo(1);
        assertThat(coverage.slices())
                .extracting(Slice::id)
                .contains("", "judged", "person:ana", "short-prompt", "like-length");
        assertThatThrownBy(() -> coverage.report(new View("x", ModelChoice.AUTO), Depth.VOTES))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("no slice \"x\"");
    }

    @Test
    void slicesThatPartThePairsHaveAllOfThem() {
        List<SliceRow> rows = coverage.bySlice(ModelChoice.AUTO);
        int alike = 0;
        for (SliceRow row : rows) {
            if (row.slice().kind() == Slice.Kind.LIKE_LENGTH
                    || row.slice().kind() == Slice.Kind.UNLIKE_LENGTH) {
                alike += row.slice().pairs();
            }
        }
        assertThat(alike).isEqualTo(5);
        assertThat(rows.getFirst().covered()).isEqualTo(.6);
    }

    @Test
    void barsSumToTheLogOddsOfTheLabel() {
        PairRef first = new PairRef(project.comparisons().getFirst(), 0, 1);
        PairLabel label = coverage.explain(first, ModelChoice.AUTO).orElseThrow();
        double sum = label.contributions().stream().mapToDouble(Contribution::weight).sum();
        assertThat(label.contributions())
                .extracting(Contribution::ruleId)
                .containsExactlyInAnyOrder(thanks, sorry);
        assertThat(Math.log(label.ruled() / (1 - label.ruled()))).isCloseTo(sum, within(1e-12));
        assertThat(label.choices()).hasSize(1);
    }

    @Test
    void whatNoRuleVotesOnIsInOneGroupOrNearlyTheSame() {
        Uncovered left = coverage.uncovered(View.ALL);
        assertThat(left.pairs()).isEqualTo(2);
        assertThat(left.nearlySame().pairs())
                .containsExactly(new PairRef(project.comparisons().get(4), 0, 1));
        List<PairRef> grouped = new ArrayList<>();
        left.groups().forEach(group -> grouped.addAll(group.pairs()));
        assertThat(grouped).containsExactly(new PairRef(project.comparisons().get(3), 0, 1));
        assertThat(left.groups().getFirst().examples()).containsExactly("The roof is gone");
        assertThat(left.groups().getFirst().choices()).isEqualTo(1);
        assertThat(open(new Cell.Group("roof", grouped))).containsExactly(3);
    }

    @Test
    void withoutAnEncoderMeaningIsTakenFromWords() {
        Uncovered left = coverage.uncoveredByMeaning(View.ALL).join();
        assertThat(left.encoder()).isEqualTo("words");
        assertThat(left).isEqualTo(coverage.uncovered(View.ALL));
    }

    @Test
    void onePersonAgreesWithNobody() {
        Agreement agreement = coverage.agreement(View.ALL);
        assertThat(agreement.people()).isZero();
        assertThat(agreement.pairs()).isZero();
        assertThat(agreement.alpha().defined()).isFalse();
        assertThat(open(new Cell.PeopleDiffer())).isEmpty();
    }

    @Test
    void modelsAreComparedOnAllChoices() {
        Diagnosis diagnosis = coverage.diagnose();
        assertThat(diagnosis.taken()).isEqualTo("majority");
        assertThat(diagnosis.judged()).isEqualTo(5);
        assertThat(diagnosis.challenges()).isEmpty();
        assertThat(diagnosis.fits())
                .extracting(ModelFit::model)
                .containsExactly(
                        ModelChoice.AUTO,
                        ModelChoice.RIDGE,
                        ModelChoice.GOLD,
                        ModelChoice.EM,
                        ModelChoice.MAJORITY);
        ModelFit majority = diagnosis.fits().getLast();
        // right on 0, undecided on 1, wrong on 2, undecided on 3 and 4: (1 + 3 / 2) / 5
        assertThat(majority.accuracy().value()).isEqualTo(.5);
        // -ln .6 once, -ln .4 once, -ln .5 three times
        assertThat(majority.logLoss())
                .isCloseTo((-Math.log(.6) - Math.log(.4) - 3 * Math.log(.5)) / 5, within(1e-9));
    }

    @Test
    void theTableIsWrittenWithALineARule() throws IOException {
        Path file = folder.resolve("summary.csv");
        SummaryFile.write(file, coverage.report());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("j,name,rule,polarity,coverage");
        int sorryAt = place(coverage.report(), sorry);
        assertThat(lines.get(1 + sorryAt))
                .startsWith(
                        sorryAt
                                + ",\"sorry\",\"good(X) when contains(X, \"\"sorry\"\")\",\"[1]\",0.4,0.2,0.0,1,1,0.5,");
    }

    @Test
    void whatIsAskedAgainIsMarked() {
        UUID comparison = project.comparisons().get(2);
        coverage.askAgain(comparison);
        // the clock of this project stands still, so the verdict is no older than the question
        assertThat(coverage.open(View.ALL, new Cell.Voted(sorry), 10).rows())
                .extracting(CellRow::askedAgain)
                .containsExactly(false, false);
    }

    @Test
    void whoJudgesDifferentlyIsFoundByTheTwoNames() {
        // Ana chose the longer reply of each, Ben chooses A
        try (Desk desk =
                project.services().judging().desk(project.services().judging().annotator("ben"))) {
            for (UUID comparison : project.comparisons()) {
                desk.judge(
                        comparison,
                        new Draft(
                                Ranking.prefer(0, 1),
                                Strength.UNSAID,
                                Acceptable.UNSAID,
                                false,
                                Explanation.NONE));
            }
        }
        Agreement agreement = coverage.agreement(View.ALL);
        // the longer is A on 0 alone
        assertThat(agreement.between()).hasSize(1);
        Between two = agreement.between().getFirst();
        assertThat(two.first()).isEqualTo("ana");
        assertThat(two.second()).isEqualTo("ben");
        assertThat(two.pairs()).isEqualTo(5);
        assertThat(two.same()).isEqualTo(1 / 5.0);
        // Ben says the same of all, so chance agrees as often as they do: kappa 0
        assertThat(two.kappa()).isCloseTo(0, within(1e-12));
        assertThat(open(new Cell.TwoDiffer("ana", "ben"))).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(open(new Cell.TwoDiffer("ben", "nobody"))).isEmpty();
    }

    @Test
    void aComparisonIsLeftOutOfTrainingUntilItIsTakenInAgain() {
        UUID comparison = project.comparisons().get(2);
        coverage.leaveOut(comparison);
        assertThat(open(new Cell.LeftOut())).containsExactly(2);
        assertThat(coverage.open(View.ALL, new Cell.Voted(sorry), 10).rows())
                .extracting(CellRow::leftOut)
                .containsExactly(false, true);
        // its choice goes on to count in the figures
        assertThat(figures(View.ALL, sorry).incorrect()).isEqualTo(1);
        coverage.takeIn(comparison);
        assertThat(open(new Cell.LeftOut())).isEmpty();
    }

    @Test
    void theTableIsWrittenAsJsonWhereTheNameSaysSo() throws IOException {
        Path file = folder.resolve("summary.json");
        SummaryFile.write(file, coverage.report(View.ALL, Depth.VOTES));
        JsonNode rules = JsonFiles.mapper().readTree(Files.readString(file));
        assertThat(rules).hasSize(3);
        JsonNode row = rules.get(place(coverage.report(), sorry));
        assertThat(row.path("name").asText()).isEqualTo("sorry");
        assertThat(row.path("coverage").asDouble()).isEqualTo(.4);
        assertThat(row.path("correct").isInt()).isTrue();
        assertThat(row.path("learned_weight").isNull()).isTrue();
        assertThat(row.path("flips").isNull()).isTrue();
    }
}
