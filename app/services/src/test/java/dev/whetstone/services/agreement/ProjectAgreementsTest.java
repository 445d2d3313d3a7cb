package dev.whetstone.services.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.SmallProject.Pair;
import dev.whetstone.services.agreement.AgreementReport.TwoPeople;
import dev.whetstone.services.coverage.Agreement;
import dev.whetstone.services.coverage.View;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten pairs, in half of which A is the longer reply. Ana prefers the longer reply of each; ben
/// too, but for two pairs.
class ProjectAgreementsTest {
    @TempDir Path folder;
    private SmallProject project;

    @BeforeEach
    void open() {
        project =
                SmallProject.of(
                        folder,
                        IntStream.range(0, 10)
                                .mapToObj(
                                        i ->
                                                i % 2 == 0
                                                        ? new Pair("Q" + i, "a longer reply", "no")
                                                        : new Pair("Q" + i, "no", "a longer reply"))
                                .toList());
    }

    @AfterEach
    void close() {
        project.close();
    }

    /// The desk may ask in another order, so the pairs are known by their comparisons.
    private void judge(String person, List<Integer> turned) {
        try (Desk desk =
                project.services().judging().desk(project.services().judging().annotator(person))) {
            for (int i = 0; i < 10; i++) {
                var showing = desk.current().orElseThrow();
                int pair = project.comparisons().indexOf(showing.comparison().id());
                boolean longer =
                        showing.responses().get(0).text().length()
                                > showing.responses().get(1).text().length();
                boolean first = longer != turned.contains(pair);
                desk.save(
                        new Draft(
                                first ? Ranking.prefer(0, 1) : Ranking.prefer(1, 0),
                                Strength.UNSAID,
                                Acceptable.UNSAID,
                                false,
                                Explanation.NONE));
                var unused = desk.next();
            }
        }
    }

    @Test
    void onePersonAgreesWithNobody() {
        judge("ana", List.of());
        AgreementReport report = project.services().agreements().report();
        assertThat(report.pairs()).isZero();
        assertThat(report.people()).isEmpty();
        assertThat(report.between()).isEmpty();
        assertThat(report.ordinal().defined()).isFalse();
    }

    /// Ana: A on five pairs; ben: A on four of these and one more. Both agree on 8 of 10, and
    /// chance would have them agree on .5, so kappa is .6; so is Fleiss'. Of 20 ratings 10 say A:
    /// alpha is 1 - 19 · (4 / 2) / (10 · 10) = .62.
    @Test
    void twoPeopleCountedByHand() {
        judge("ana", List.of());
        judge("ben", List.of(2, 5));
        AgreementReport report = project.services().agreements().report();
        assertThat(report.people()).containsExactly("ana", "ben");
        assertThat(report.pairs()).isEqualTo(10);
        assertThat(report.pairsOfAll()).isEqualTo(10);
        TwoPeople two = report.between().getFirst();
        assertThat(two.same()).isEqualTo(.8);
        assertThat(two.kappa().value()).isCloseTo(.6, within(1e-12));
        assertThat(two.kappa().low()).isBetween(-.2, .59);
        assertThat(two.kappa().high()).isGreaterThan(.9);
        assertThat(report.fleiss().value()).isCloseTo(.6, within(1e-12));
        assertThat(report.freeMarginal().value()).isCloseTo(.7, within(1e-12));
        assertThat(report.nominal().value()).isCloseTo(.62, within(1e-12));
    }

    @Test
    void alphaIsThatOfTheCoverageScreen() {
        judge("ana", List.of());
        judge("ben", List.of(2, 5, 7));
        Agreement shown = project.services().coverage().agreement(View.ALL);
        assertThat(project.services().agreements().report().ordinal()).isEqualTo(shown.alpha());
    }
}
