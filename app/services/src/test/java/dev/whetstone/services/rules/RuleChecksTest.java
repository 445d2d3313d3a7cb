package dev.whetstone.services.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.explain.Waiting;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.rules.Finding.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forty questions. The longer reply always says "please" and names the "adjuster"; one question is
/// about Paris. The expert chooses the longer reply every time.
class RuleChecksTest {
    private static final int COMPARISONS = 40;
    private static final Explanation SAID =
            new Explanation(Box.BETTER, "It mentions \"surveyor\".", List.of(), List.of());

    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;

    @BeforeEach
    void open() {
        List<SmallProject.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < COMPARISONS; i++) {
            String place = i == 3 ? "Paris" : "town";
            pairs.add(
                    new SmallProject.Pair(
                            "Question " + i + " in " + place,
                            "We call you. " + i,
                            "We call you, please wait for the adjuster of " + place + " " + i));
        }
        small = SmallProject.of(folder, pairs);
        project = small.services();
        small.chooseTheLonger(SAID);
    }

    @AfterEach
    void close() {
        small.close();
    }

    private List<Finding> check(String rule) {
        return project.rules().check(rule);
    }

    private static Finding only(List<Finding> findings, Kind kind) {
        List<Finding> found = findings.stream().filter(each -> each.kind() == kind).toList();
        assertThat(found).as("%s in %s", kind, findings).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aRuleThatChoicesContradictGoesTheWrongWay() {
        Finding found = only(check("bad(X) when contains(X, \"please\")"), Kind.WRONG_WAY);
        assertThat(found.sentence())
                .isEqualTo("usually goes the other way: against 40 of the 40 choices it speaks of");
        assertThat(found.pairs()).hasSize(Finding.SHOWN);
    }

    @Test
    void aRuleThatFollowsLengthWithoutSayingSoIsMarked() {
        Finding found = only(check("good(X) when contains(X, \"please\")"), Kind.LENGTH);
        assertThat(found.sentence())
                .startsWith("votes for the longer reply on 40 of 40 pairs")
                .endsWith("no choice was made between replies of like length");
        assertThat(check("prefer higher words(X)"))
                .extracting(Finding::kind)
                .doesNotContain(Kind.LENGTH);
    }

    @Test
    void wordsOfOnePromptOnlyAreNamed() {
        List<Finding> findings = check("good(X) when contains(X, \"paris\")");
        assertThat(only(findings, Kind.LEAK).sentence()).contains("“paris” stands with one prompt");
        assertThat(only(findings, Kind.NARROW).sentence())
                .isEqualTo("narrow: votes on 1 of 40 pairs");
        assertThat(only(findings, Kind.LEAK).pairs()).hasSize(1);
    }

    @Test
    void aRuleThatVotesEverywhereIsBroad() {
        assertThat(only(check("prefer higher words(X)"), Kind.BROAD).sentence())
                .startsWith("broad: votes on 40 of 40 pairs");
    }

    @Test
    void aConditionThatHoldsForBothRepliesTellsNothing() {
        Finding found = only(check("good(X) when contains(X, \"call\")"), Kind.CONTRAST);
        assertThat(found.sentence()).contains("both replies on 40 of the 40 pairs");
    }

    @Test
    void anotherRuleOfTheSameVotesIsAFamilyAndItsOppositeAContradiction() {
        UUID unused = project.rules().add("polite", "good(X) when contains(X, \"please\")", "ana");
        assertThat(only(check("good(X) when contains(X, \"adjuster\")"), Kind.FAMILY).sentence())
                .startsWith("votes as “polite” does on 40 of the 40 pairs");
        assertThat(only(check("prefer lower words(X)"), Kind.CONTRADICTION).sentence())
                .startsWith("says the opposite of “polite”");
        assertThat(only(check("good(X) when count(X, \"please\") >= 1"), Kind.DUPLICATE).sentence())
                .contains("“polite”");
    }

    @Test
    void whatCouldNotBeToldIsSaidWithItsReason() {
        assertThat(only(check("good(X) when overlap(X, S) > 0.5"), Kind.ERRORS).sentence())
                .isEqualTo("could not tell on 40 pairs: no source text is attached");
    }

    @Test
    void aRuleThatMissesTheVeryPairItWasWrittenOnSaysWhy() {
        Waiting waiting = project.explaining().waiting((done, of) -> {}).getFirst();
        UUID rule =
                project.explaining()
                        .accept(
                                waiting.comparisonId(),
                                waiting.explanation(),
                                waiting.candidates().getFirst());
        Finding found = only(project.rules().check(rule), Kind.OWN_PAIR);
        assertThat(found.sentence())
                .startsWith("does not tell the two replies apart that it was written on:")
                .contains("“surveyor”")
                .endsWith("is false of both");
        assertThat(found.pairs()).hasSize(1);
    }

    @Test
    void aSoundRuleHasNothingToLookAt() {
        assertThat(check("good(X) when asks_for(P, bullets) and bullets(X) > 0"))
                .extracting(Finding::kind)
                .containsOnly(Kind.NARROW);
    }

    @Test
    void slotsAreFittedOnTheChoicesAndMovedByHand() {
        UUID id = project.rules().add("long", "prefer higher words(X) by ?m", "ana");
        SlotScale before = project.rules().slots(id).getFirst();
        assertThat(before.value().right()).isZero();
        SlotScale after = project.rules().fitSlots(id, "ana").getFirst();
        assertThat(after.value().right()).isEqualTo(COMPARISONS);
        assertThat(project.rules().list().getFirst().figures().correct()).isEqualTo(COMPARISONS);
        project.rules().setSlot(id, "m", 50, "ana");
        assertThat(project.rules().slots(id).getFirst().value().silent()).isEqualTo(COMPARISONS);
        assertThat(project.rules().history(id)).hasSize(3);
        assertThatThrownBy(() -> project.rules().setSlot(id, "q", 1, "ana"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("no slot ?q");
    }

    @Test
    void aConceptGrowsAndShrinksAndItsRulesVoteAnew() {
        assertThat(project.rules().growConcept("helper", List.of("surveyor"), "ana"))
                .containsExactly("\"surveyor\"");
        UUID id = project.rules().add("helper", "good(X) when contains(X, @helper)", "ana");
        assertThat(project.rules().list().getFirst().figures().coverage()).isZero();
        assertThat(project.rules().growConcept("helper", List.of("adjuster", "/asses+or/"), "ana"))
                .containsExactly("\"surveyor\"", "\"adjuster\"", "/asses+or/");
        assertThat(project.rules().list().getFirst().figures().coverage()).isEqualTo(1);
        assertThat(project.rules().shrinkConcept("helper", List.of("adjuster"), "ana"))
                .containsExactly("\"surveyor\"", "/asses+or/");
        assertThat(project.rules().list().getFirst().figures().coverage()).isZero();
        assertThat(id).isNotNull();
        assertThatThrownBy(() -> project.rules().shrinkConcept("helper", List.of("x"), "ana"))
                .hasMessageContaining("does not hold “x”");
    }

    @Test
    void neighboursAreTheNearestPhrasesThatTheListDoesNotFindYet() {
        var unused = project.rules().growConcept("helper", List.of("surveyor", "please"), "ana");
        List<ConceptNeighbour> found = project.rules().neighbours("helper", new Letters(), 3);
        assertThat(found).hasSize(3);
        assertThat(found).extracting(ConceptNeighbour::words).noneMatch(w -> w.contains("please"));
        assertThat(found)
                .isSortedAccordingTo((a, b) -> Double.compare(b.similarity(), a.similarity()));
        assertThat(found.getFirst().texts()).isGreaterThan(1);
        assertThatThrownBy(() -> project.rules().neighbours("nothing", new Letters(), 3))
                .hasMessageContaining("@nothing has no words yet");
    }

    /// Texts of like letters are near each other.
    private static final class Letters implements TextEncoder {
        @Override
        public String id() {
            return "letters";
        }

        @Override
        public int dimensions() {
            return 26;
        }

        @Override
        public float[][] encode(List<String> texts) {
            return texts.stream()
                    .map(
                            text -> {
                                float[] row = new float[26];
                                text.chars()
                                        .filter(c -> c >= 'a' && c <= 'z')
                                        .forEach(c -> row[c - 'a']++);
                                return row;
                            })
                    .toArray(float[][]::new);
        }
    }
}
