package dev.whetstone.store.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.store.Given;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.derived.AlignIteration;
import dev.whetstone.store.derived.AlignRun;
import dev.whetstone.store.derived.IterationState;
import dev.whetstone.store.derived.JobRecord;
import dev.whetstone.store.derived.JobState;
import dev.whetstone.store.derived.LabelSet;
import dev.whetstone.store.derived.PairLabel;
import dev.whetstone.store.derived.ResponseScore;
import dev.whetstone.store.derived.RewardVersion;
import dev.whetstone.store.derived.VoteColumn;
import dev.whetstone.store.derived.Votes;
import dev.whetstone.store.judgement.Draft;
import dev.whetstone.store.rule.ConceptVersion;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import dev.whetstone.store.sql.StoreError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoriesTest {
    private static final ContentHash FROM = ContentHash.of("inputs");

    @TempDir Path folder;
    private ProjectFile project;
    private Comparison comparison;
    private UUID ana;

    @BeforeEach
    void create() {
        project = ProjectFile.create(folder.resolve("p.whetstone"));
        comparison = Given.comparison(project, "Ist der Größenschaden versichert?", "Ja.", "Nein.");
        ana = project.annotators().add("ana").id();
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void undoAndRedoAreEvents() {
        JudgementEvent first = Given.judged(comparison, ana, 1);
        JudgementEvent second =
                new JudgementEvent.Skipped(
                        Given.id(), ana, Given.NOON.plusSeconds(2), comparison.id());
        project.judgements().appendAll(List.of(first, second));
        assertThat(project.judgements().lastStanding(ana)).contains(second);

        JudgementEvent undo =
                new JudgementEvent.Undone(Given.id(), ana, Given.NOON.plusSeconds(3), second.id());
        JudgementEvent undoFirst =
                new JudgementEvent.Undone(Given.id(), ana, Given.NOON.plusSeconds(4), first.id());
        project.judgements().append(undo);
        assertThat(project.judgements().lastStanding(ana)).contains(first);
        project.judgements().append(undoFirst);
        assertThat(project.judgements().standing()).isEmpty();
        project.judgements()
                .append(
                        new JudgementEvent.Undone(
                                Given.id(), ana, Given.NOON.plusSeconds(5), undoFirst.id()));
        assertThat(project.judgements().standing()).hasSize(1);
        assertThat(project.judgements().appendAll(List.of(first, undo))).isZero();
        assertThat(project.judgements().count()).isEqualTo(5);
    }

    @Test
    void contentAddedTwiceIsOnce() {
        Comparison again =
                Given.comparison(project, " Ist der Größenschaden versichert? ", "Nein.", " Ja. ");

        assertThat(again).isEqualTo(comparison);
        assertThat(project.prompts().count()).isEqualTo(1);
        assertThat(project.responses().count()).isEqualTo(2);
    }

    @Test
    void searchFindsWordsWithoutAccentsAndUnfinished() {
        assertThat(project.prompts().search("großensch", 5)).hasSize(1);
        assertThat(project.prompts().search("versichert ist", 5)).hasSize(1);
        assertThat(project.prompts().search("fehlt", 5)).isEmpty();
        assertThat(project.prompts().search("\" OR * NEAR(", 5)).isEmpty();
        assertThat(project.responses().search("nein", 5)).hasSize(1);
    }

    @Test
    void aDraftIsReplacedAndRemoved() {
        project.drafts().save(new Draft(ana, comparison.id(), Given.NOON, "No ne"));
        Draft draft = new Draft(ana, comparison.id(), Given.NOON.plusSeconds(1), "No next");
        project.drafts().save(draft);

        assertThat(project.drafts().of(ana)).containsExactly(draft);
        project.drafts().remove(ana, comparison.id());
        assertThat(project.drafts().find(ana, comparison.id())).isEmpty();
    }

    @Test
    void aRuleKeepsItsHistory() {
        RuleVersion first =
                new RuleVersion(
                        Given.id(),
                        1,
                        "lists",
                        "good(X) when bullets(X) > 0",
                        RuleState.SUGGESTED,
                        "ana",
                        new RuleSource.Explained(Given.id()),
                        Map.of("m", 10.5),
                        Map.of("next_steps", List.of("call us", "next step")),
                        Given.NOON);
        project.rules().save(first);
        ContentHash before = project.fingerprints().activeRules();
        RuleVersion active = first.withState(RuleState.ACTIVE, "bo", Given.NOON.plusSeconds(1));
        project.rules().save(active);

        assertThat(project.rules().current()).containsExactly(active);
        assertThat(project.rules().named("lists")).contains(active);
        assertThat(project.rules().history(first.ruleId())).containsExactly(active, first);
        assertThat(project.fingerprints().activeRules()).isNotEqualTo(before);
        assertThatThrownBy(() -> project.rules().save(active))
                .satisfies(ProjectFileTest.is(StoreError.CONFLICT));
    }

    @Test
    void aConceptKeepsItsHistory() {
        ConceptVersion one = new ConceptVersion("hotline", 1, List.of("call"), "ana", Given.NOON);
        ConceptVersion two =
                new ConceptVersion("hotline", 2, List.of("call", "phone"), "ana", Given.NOON);
        project.concepts().save(one);
        project.concepts().save(two);

        assertThat(project.concepts().current("hotline")).contains(two);
        assertThat(project.concepts().history("hotline")).containsExactly(two, one);
    }

    @Test
    void derivedRowsCarryWhatTheyCameFrom() {
        UUID rule = Given.id();
        project.votes().put(List.of(new VoteColumn(rule, 3, FROM, Votes.of((byte) 1, (byte) -1))));
        VoteColumn column = project.votes().from(FROM).getFirst();
        assertThat(column.votes().at(1)).isEqualTo(-1);
        assertThat(project.votes().from(ContentHash.of("other"))).isEmpty();

        LabelSet set = new LabelSet(Given.id(), FROM, "gold", "{}", "{}", Given.NOON);
        PairLabel label = new PairLabel(comparison.id(), 0, 1, 0.1 + 0.2, "{}");
        project.labels().save(set, List.of(label));
        assertThat(project.labels().latest()).contains(set);
        assertThat(project.labels().labels(set.id())).containsExactly(label);
        project.labels().remove(set.id());
        assertThat(project.labels().labels(set.id())).isEmpty();

        UUID response = comparison.responseIds().getFirst();
        int number = project.rewards().nextNumber();
        RewardVersion version =
                new RewardVersion(Given.id(), number, FROM, FROM, "{}", "{}", Given.NOON);
        project.rewards().save(version);
        project.rewards().saveScores(number, List.of(new ResponseScore(response, .5, .1)));
        assertThat(project.rewards().latest()).contains(version);
        assertThat(project.rewards().nextNumber()).isEqualTo(number + 1);
        assertThat(project.rewards().scores(number))
                .containsExactly(new ResponseScore(response, .5, .1));
    }

    @Test
    void runsAndJobsAreTakenUpAgain() {
        AlignRun run = new AlignRun(Given.id(), FROM, "{}", Given.NOON);
        project.alignRuns().start(run);
        for (IterationState state : List.of(IterationState.RUNNING, IterationState.ROLLED_BACK)) {
            project.alignRuns()
                    .save(
                            new AlignIteration(
                                    run.id(),
                                    1,
                                    state,
                                    FROM,
                                    Map.of("pairs", FROM),
                                    "{}",
                                    Given.NOON));
        }
        assertThat(project.alignRuns().iterations(run.id()))
                .singleElement()
                .returns(IterationState.ROLLED_BACK, AlignIteration::state)
                .returns(Map.of("pairs", FROM), AlignIteration::artefacts);

        JobRecord job =
                new JobRecord(
                        Given.id(),
                        "embed",
                        JobState.RUNNING,
                        "{}",
                        .5,
                        "half",
                        "",
                        FROM,
                        Given.NOON,
                        Given.NOON);
        project.jobs().save(job);
        assertThat(project.jobs().find(job.id())).contains(job);
    }

    @Test
    void artefactsAreStoredOnceAndChecked() throws IOException {
        Path adapter = Files.createDirectories(folder.resolve("adapter"));
        Files.writeString(adapter.resolve("config.json"), "{}");

        ContentHash hash = project.artefacts().put(adapter);

        assertThat(project.artefacts().put(adapter)).isEqualTo(hash);
        assertThat(project.artefacts().path(hash).resolve("config.json")).hasContent("{}");
        assertThat(project.artefacts().isIntact(hash)).isTrue();
        Files.writeString(project.artefacts().path(hash).resolve("config.json"), "[]");
        assertThat(project.artefacts().isIntact(hash)).isFalse();
        Files.createSymbolicLink(adapter.resolve("link"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> project.artefacts().put(adapter))
                .satisfies(ProjectFileTest.is(StoreError.BAD_INPUT));
    }
}
