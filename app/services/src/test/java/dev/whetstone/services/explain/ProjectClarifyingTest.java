package dev.whetstone.services.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.rules.Effect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClarifyingTest {
    private static final Ranking SECOND = Ranking.prefer(1, 0);

    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;

    /// The first pair is the one explained; on the second, fee and deadline stand on two sides; on
    /// the third only the fee is named.
    @BeforeEach
    void open() {
        small =
                SmallProject.of(
                        folder,
                        List.of(
                                new SmallProject.Pair(
                                        "What do I pay?",
                                        "Regrettably nothing.",
                                        "The fee is due, deadline May 1."),
                                new SmallProject.Pair(
                                        "And then?",
                                        "The fee is 5. That is all.",
                                        "The deadline is May 1."),
                                new SmallProject.Pair(
                                        "Why a fee?",
                                        "Regrettably so. Ask again.",
                                        "The fee is 5.")));
        project = small.services();
    }

    @AfterEach
    void close() {
        small.close();
    }

    private static Candidate reading(String rule) {
        return new Candidate(rule, rule, 0, new Effect(0, 0, 0, 0), List.of(), false);
    }

    private final Candidate fee = reading("good(X) when contains(X, \"fee\")");
    private final Candidate deadline = reading("good(X) when contains(X, \"deadline\")");

    private Clarifying clarifying() {
        return project.explaining().clarifying();
    }

    private Deciding deciding() {
        return clarifying()
                .deciding(small.comparisons().get(0), SECOND, fee, deadline)
                .orElseThrow();
    }

    @Test
    void asksAboutThePairWhereTheReadingsVoteForDifferentReplies() {
        Deciding deciding = deciding();
        assertThat(deciding.pair().ref().comparisonId()).isEqualTo(small.comparisons().get(1));
        assertThat(deciding.firstVote()).isEqualTo(1);
        assertThat(deciding.secondVote()).isEqualTo(-1);
    }

    @Test
    void readingsThatVoteAlikeElsewhereNeedNoQuestion() {
        Candidate same = reading("good(X) when contains(X, \"deadline is\")");
        assertThat(clarifying().deciding(small.comparisons().get(0), SECOND, deadline, same))
                .isEmpty();
    }

    @Test
    void asksAboutAPairOfOneVoteWhereNoneHasTwo() {
        Candidate both = reading("good(X) when contains(X, \"fee\") and contains(X, \"deadline\")");
        Deciding deciding =
                clarifying().deciding(small.comparisons().get(0), SECOND, fee, both).orElseThrow();
        assertThat(deciding.firstVote()).isNotZero();
        assertThat(deciding.secondVote()).isZero();
        assertThat(deciding.picked(Ranking.tie(0, 1))).contains(both);
    }

    @Test
    void theAnswerPicksTheReadingThatVotesSo() {
        assertThat(deciding().picked(Ranking.prefer(0, 1))).contains(fee);
        assertThat(deciding().picked(SECOND)).contains(deadline);
    }

    @Test
    void countsThePairsOnWhichTheReadingsPart() {
        assertThat(deciding().elsewhere()).isEqualTo(1);
        assertThat(deciding().votes()).isEqualTo(3);
    }

    @Test
    void aRuleCanBeHeldToMessagesThatMentionItsWords() {
        Candidate all = new Candidate(fee.rule(), "", 0, new Effect(0, 0, 3, 3), List.of(), false);
        Gated gated = clarifying().gate(small.comparisons().get(2), all).orElseThrow();
        assertThat(gated.words()).isEqualTo("fee");
        assertThat(gated.candidate().rule())
                .isEqualTo("good(X) when mentions(P, \"fee\") and contains(X, \"fee\")");
        assertThat(gated.candidate().effect().fires()).isEqualTo(1);
    }

    @Test
    void aRuleOfWhichTheMessageSaysNothingNeedsNoGate() {
        assertThat(clarifying().gate(small.comparisons().get(1), deadline)).isEmpty();
    }

    @Test
    void aTieSpeaksForNeitherOfTwoOpposedReadings() {
        assertThat(deciding().picked(Ranking.tie(0, 1))).isEmpty();
    }

    @Test
    void aConceptGrowsAndGivesItsRule() {
        Clarifying clarifying = clarifying();
        Candidate first =
                clarifying.concept(Box.WORSE, "Empty words", List.of("regrettably"), "ana");
        assertThat(first.rule()).isEqualTo("bad(X) when contains(X, @empty_words)");
        assertThat(first.effect().fires()).isEqualTo(2);
        var unused = clarifying.concept(Box.WORSE, "empty_words", List.of("that is all"), "ana");
        assertThat(project.rules().concepts().get("empty_words"))
                .containsExactly("\"regrettably\"", "\"that is all\"");
        assertThat(project.rules().list()).isEmpty();
    }

    @Test
    void aFactSaysWhatIsRightAndWhatIsWrong() {
        assertThat(clarifying().fact("fee", "$35", "$25"))
                .extracting(Candidate::rule)
                .containsExactly(
                        "good(X) when near(X, \"fee\", \"$35\", 12)",
                        "bad(X) when near(X, \"fee\", \"$25\", 12)");
        assertThatThrownBy(() -> clarifying().fact("fee", " ", ""))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.code()).isEqualTo("fact.empty"));
    }

    @Test
    void similarToThisOffersWordsOfTheCriticisedReplyThatOccurElsewhere() {
        assertThat(clarifying().similar(small.comparisons().get(0), SECOND, Box.WORSE))
                .extracting(Candidate::rule)
                .containsExactly("bad(X) when contains(X, \"regrettably\")");
    }
}
