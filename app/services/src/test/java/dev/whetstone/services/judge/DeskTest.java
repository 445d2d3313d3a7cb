package dev.whetstone.services.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.project.Annotator;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import dev.whetstone.core.project.Role;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
    private static final int COMPARISONS = 12;

    @TempDir Path folder;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-02T10:00:00Z"));
    private final InstantSource clock = now::get;
    private final Ids ids = new Ids(clock, new Random(7));
    private OpenProject project;
    private Desk desk;
    private Annotator ana;

    @BeforeEach
    void open() {
        project = OpenProject.create(folder.resolve("claims.whetstone"), clock);
        project.with(
                file ->
                        file.inTransaction(
                                () -> {
                                    for (int i = 0; i < COMPARISONS; i++) {
                                        Prompt prompt =
                                                file.prompts()
                                                        .add(
                                                                List.of(
                                                                        new Message(
                                                                                Role.USER,
                                                                                "message " + i)),
                                                                "");
                                        Response a =
                                                file.responses().add(prompt.id(), "short", "m");
                                        Response b =
                                                file.responses()
                                                        .add(prompt.id(), "a longer one", "m");
                                        file.comparisons()
                                                .add(prompt.id(), List.of(a.id(), b.id()));
                                    }
                                    return true;
                                }));
        ana = judging().annotator("ana");
        desk = judging().desk(ana);
    }

    private Judging judging() {
        return new ProjectJudging(project, clock, ids);
    }

    private void restart() {
        desk.close();
        project.close();
        project = OpenProject.open(folder.resolve("claims.whetstone"));
        desk = judging().desk(ana);
    }

    @AfterEach
    void close() {
        desk.close();
        project.close();
    }

    private static Draft prefer(int winner) {
        return new Draft(
                Ranking.prefer(winner, 1 - winner),
                Strength.CLEARLY,
                Acceptable.YES,
                false,
                Explanation.of(Box.WORSE, "no next steps"));
    }

    private UUID here() {
        return desk.current().orElseThrow().comparison().id();
    }

    @Test
    void aSavedVerdictIsInTheFileWithItsSides() {
        Showing showing = desk.current().orElseThrow();
        Saved saved = desk.save(prefer(1));
        restart();

        assertThat(project.judgements())
                .singleElement()
                .satisfies(
                        judgement -> {
                            assertThat(judgement.id()).isEqualTo(saved.judgementId());
                            assertThat(judgement.ranking()).isEqualTo(Ranking.prefer(1, 0));
                            assertThat(judgement.shown()).isEqualTo(showing.shown());
                            assertThat(judgement.explanation().text()).isEqualTo("no next steps");
                            assertThat(judgement.acceptable()).isEqualTo(Acceptable.YES);
                        });
    }

    @Test
    void sidesAreDrawnForEachComparisonAndKept() {
        Set<List<Integer>> orders = new HashSet<>();
        List<List<Integer>> first = new ArrayList<>();
        for (int i = 0; i < COMPARISONS; i++) {
            List<Integer> shown = desk.current().orElseThrow().shown();
            first.add(shown);
            orders.add(shown);
            desk.save(prefer(0));
            desk.next();
        }
        assertThat(orders).hasSize(2);

        restart();
        List<List<Integer>> again = new ArrayList<>();
        while (desk.previous().isPresent()) {
            again.addFirst(desk.current().orElseThrow().shown());
        }
        assertThat(again).isEqualTo(first.subList(0, COMPARISONS - 1));
    }

    @Test
    void nextLeadsToWhatThisPersonHasNotJudged() {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < COMPARISONS; i++) {
            assertThat(seen.add(here())).isTrue();
            desk.save(prefer(i % 2));
            desk.next();
        }
        assertThat(desk.next()).isEmpty();
        assertThat(desk.progress().judged()).isEqualTo(COMPARISONS);
    }

    @Test
    void goesBackAndForth() {
        UUID first = here();
        desk.save(prefer(0));
        UUID second = desk.next().orElseThrow().comparison().id();
        assertThat(desk.previous().orElseThrow().comparison().id()).isEqualTo(first);
        assertThat(desk.previous()).isEmpty();
        assertThat(desk.current().orElseThrow().draft()).isEqualTo(prefer(0));
        assertThat(desk.next().orElseThrow().comparison().id()).isEqualTo(second);
    }

    @Test
    void aDraftOutlivesARestartAndIsClearedBySaving() {
        UUID comparison = here();
        for (int i = 0; i < 50; i++) {
            desk.draft(
                    new Draft(
                            Ranking.NONE,
                            Strength.UNSAID,
                            Acceptable.UNSAID,
                            false,
                            Explanation.of(Box.BETTER, "typed " + i)));
        }
        restart();
        assertThat(here()).isEqualTo(comparison);
        assertThat(desk.current().orElseThrow().draft().explanation().text()).isEqualTo("typed 49");

        desk.save(prefer(0));
        restart();
        assertThat(desk.current().orElseThrow().draft()).isEqualTo(prefer(0));
    }

    @Test
    void undoTakesBackAcrossARestartAndRedoBringsBack() {
        UUID first = here();
        desk.save(prefer(0));
        desk.next();
        UUID second = here();
        desk.skip();
        restart();

        Step skip = desk.undo().orElseThrow();
        assertThat(skip.name()).isEqualTo("skip");
        assertThat(skip.showing().comparison().id()).isEqualTo(second);
        assertThat(skip.showing().standing()).isEqualTo(Standing.NEW);
        Step choice = desk.undo().orElseThrow();
        assertThat(choice.showing().comparison().id()).isEqualTo(first);
        assertThat(project.judgements()).isEmpty();
        assertThat(desk.undo()).isEmpty();

        restart();
        assertThat(desk.redo().orElseThrow().name()).isEqualTo("choice");
        assertThat(desk.redo().orElseThrow().name()).isEqualTo("skip");
        assertThat(desk.redo()).isEmpty();
        assertThat(project.judgements()).hasSize(1);
    }

    @Test
    void aNewVerdictEndsWhatCouldBeRedone() {
        desk.save(prefer(0));
        desk.undo();
        desk.save(prefer(1));
        assertThat(desk.redo()).isEmpty();
    }

    @Test
    void eventsKeepTheirOrderWhenTheClockIsSetBack() {
        desk.save(prefer(0));
        now.set(now.get().minusSeconds(3600));
        desk.save(prefer(1));
        assertThat(project.judgements())
                .singleElement()
                .satisfies(j -> assertThat(j.ranking()).isEqualTo(Ranking.prefer(1, 0)));
    }

    @Test
    void aSkippedComparisonComesAgainAtTheEnd() {
        UUID skipped = here();
        desk.skip();
        for (int i = 1; i < COMPARISONS; i++) {
            desk.next();
            assertThat(here()).isNotEqualTo(skipped);
            desk.save(prefer(0));
        }
        assertThat(desk.next().orElseThrow().comparison().id()).isEqualTo(skipped);
    }

    @Test
    void refusesAVerdictThatSaysNothing() {
        assertThatThrownBy(() -> desk.save(Draft.EMPTY))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.code()).isEqualTo("judgement.empty"));
    }

    @Test
    void progressShowsHabits() {
        List<Change> changes = new ArrayList<>();
        try (var ignored = project.onChange(changes::add)) {
            for (int i = 0; i < 4; i++) {
                // always the left one, whatever it is
                Showing showing = desk.current().orElseThrow();
                desk.save(prefer(showing.storedIndex(0)));
                now.set(now.get().plusSeconds(60));
                desk.next();
            }
        }
        assertThat(desk.progress().leftShare()).isEqualTo(1);
        assertThat(desk.progress().perHour()).isEqualTo(60);
        assertThat(desk.progress().total()).isEqualTo(COMPARISONS);
        assertThat(changes).containsOnly(Change.JUDGEMENTS).hasSize(4);
    }

    @Test
    void whatIsAskedAgainComesBackAfterTheOthersAndOnce() {
        List<UUID> judged = new ArrayList<>();
        for (int i = 0; i < COMPARISONS; i++) {
            judged.add(here());
            desk.save(prefer(0));
            desk.next();
        }
        assertThat(desk.next()).isEmpty();
        AskedAgain again = new AskedAgain(project, clock);
        now.updateAndGet(at -> at.plusSeconds(60));
        again.ask(judged.get(3));
        again.ask(judged.get(1));
        assertThat(again.open()).containsExactlyInAnyOrder(judged.get(1), judged.get(3));
        now.updateAndGet(at -> at.plusSeconds(60));

        List<UUID> shown = new ArrayList<>();
        while (desk.next().isPresent()) {
            shown.add(here());
            desk.save(prefer(1));
        }
        assertThat(shown).containsExactlyInAnyOrder(judged.get(1), judged.get(3));
        assertThat(again.open()).isEmpty();
    }
}
