package dev.whetstone.services.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.rules.Effect;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClarifyingTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));
    private static final Ranking SECOND = Ranking.prefer(1, 0);

    @TempDir Path folder;
    private ServiceGraph graph;
    private ProjectServices project;
    private Desk desk;
    private final List<UUID> comparisons = new ArrayList<>();

    /// The first pair is the one explained; on the second, fee and deadline stand on two sides; on
    /// the third only the fee is named.
    @BeforeEach
    void open() {
        Path file = folder.resolve("claims.whetstone");
        try (OpenProject made = OpenProject.create(file, CLOCK)) {
            add(made, "What do I pay?", "Regrettably nothing.", "The fee is due, deadline May 1.");
            add(made, "And then?", "The fee is 5. That is all.", "The deadline is May 1.");
            add(made, "Why?", "Regrettably so. Ask again.", "The fee is 5.");
        }
        graph =
                ServiceGraph.with(
                        (job, progress) -> {
                            throw new IllegalStateException("no model job is expected");
                        },
                        new Places(folder.resolve("state"), folder.resolve("cache")),
                        CLOCK,
                        new Ids(CLOCK, new Random(7)));
        project = graph.open(file);
        desk = project.judging().desk(project.judging().annotator("ana"));
    }

    private void add(OpenProject made, String question, String a, String b) {
        made.with(
                opened ->
                        opened.inTransaction(
                                () -> {
                                    var prompt =
                                            opened.prompts()
                                                    .add(
                                                            List.of(
                                                                    new Message(
                                                                            Role.USER, question)),
                                                            "");
                                    var first = opened.responses().add(prompt.id(), a, "m");
                                    var second = opened.responses().add(prompt.id(), b, "m");
                                    var comparison =
                                            opened.comparisons()
                                                    .add(
                                                            prompt.id(),
                                                            List.of(first.id(), second.id()));
                                    return comparisons.add(comparison.id());
                                }));
    }

    @AfterEach
    void close() {
        desk.close();
        project.close();
        graph.close();
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
        return clarifying().deciding(comparisons.get(0), SECOND, fee, deadline).orElseThrow();
    }

    @Test
    void asksAboutThePairWhereTheReadingsVoteForDifferentReplies() {
        Deciding deciding = deciding();
        assertThat(deciding.pair().ref().comparisonId()).isEqualTo(comparisons.get(1));
        assertThat(deciding.firstVote()).isEqualTo(1);
        assertThat(deciding.secondVote()).isEqualTo(-1);
    }

    @Test
    void readingsThatVoteAlikeElsewhereNeedNoQuestion() {
        Candidate same = reading("good(X) when contains(X, \"deadline is\")");
        assertThat(clarifying().deciding(comparisons.get(0), SECOND, deadline, same)).isEmpty();
    }

    @Test
    void asksAboutAPairOfOneVoteWhereNoneHasTwo() {
        Candidate both = reading("good(X) when contains(X, \"fee\") and contains(X, \"deadline\")");
        Deciding deciding =
                clarifying().deciding(comparisons.get(0), SECOND, fee, both).orElseThrow();
        assertThat(deciding.firstVote()).isNotZero();
        assertThat(deciding.secondVote()).isZero();
        assertThat(deciding.picked(Ranking.tie(0, 1))).contains(both);
    }

    @Test
    void theAnswerPicksTheReadingAndIsAJudgement() {
        var unused = desk.open(comparisons.get(0));
        assertThat(clarifying().answer(deciding(), Ranking.prefer(0, 1), desk)).contains(fee);
        assertThat(desk.current().orElseThrow().comparison().id()).isEqualTo(comparisons.get(0));
        assertThat(project.judging().desk(project.judging().annotator("ana")).progress().judged())
                .isEqualTo(1);
    }

    @Test
    void theOtherAnswerPicksTheOtherReading() {
        assertThat(clarifying().answer(deciding(), SECOND, desk)).contains(deadline);
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
        assertThat(clarifying().similar(comparisons.get(0), SECOND, Box.WORSE))
                .extracting(Candidate::rule)
                .containsExactly("bad(X) when contains(X, \"regrettably\")");
    }
}
