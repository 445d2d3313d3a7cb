package dev.whetstone.services.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectExplainingTest {
    private static final String SENTENCE = "Doesn't mention the deductible at all.";
    private static final Explanation EXPLANATION =
            new Explanation(Box.WORSE, SENTENCE, List.of(), List.of());

    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;
    private Desk desk;
    private UUID comparison;

    @BeforeEach
    void open() {
        small =
                SmallProject.of(
                        folder,
                        List.of(
                                new SmallProject.Pair(
                                        "Hello,\nwhat do I pay?",
                                        "Thank you. We pay all of it.",
                                        "Thank you. The deductible is 50.")));
        project = small.services();
        desk = project.judging().desk(project.judging().annotator("ana"));
        Showing showing = desk.current().orElseThrow();
        comparison = showing.comparison().id();
    }

    @AfterEach
    void close() {
        desk.close();
        small.close();
    }

    private void save() {
        var unused =
                desk.save(
                        new Draft(
                                Ranking.prefer(1, 0),
                                Strength.UNSAID,
                                Acceptable.UNSAID,
                                false,
                                EXPLANATION));
    }

    private Candidate candidate() {
        return project.explaining()
                .understand(comparison, Ranking.prefer(1, 0), EXPLANATION, Map.of())
                .candidates()
                .getFirst();
    }

    @Test
    void aRuleAcceptedBeforeItsChoiceWasSavedGetsTheSentenceAsItsSource() {
        var unused = project.explaining().accept(comparison, EXPLANATION, candidate());
        assertThat(project.rules().list().getFirst().origin()).isEmpty();
        save();
        project.explaining().judged(comparison);
        RuleRow rule = project.rules().list().getFirst();
        assertThat(rule.origin()).isEqualTo(SENTENCE);
        assertThat(rule.author()).isEqualTo("ana");
        assertThat(rule.comparisonId()).isEqualTo(comparison);
        assertThat(project.rules().history(rule.id()).getFirst().what())
                .isEqualTo("sentence saved");
    }

    @Test
    void aSentenceWaitsUntilARuleSaysIt() {
        save();
        Waiting waiting = project.explaining().waiting((done, of) -> {}).getFirst();
        assertThat(waiting.explanation().text()).isEqualTo(SENTENCE);
        assertThat(waiting.author()).isEqualTo("ana");
        assertThat(waiting.candidates().getFirst().effect().agrees()).isEqualTo(1);
        var unused =
                project.explaining()
                        .accept(comparison, EXPLANATION, waiting.candidates().getFirst());
        assertThat(project.explaining().waiting((done, of) -> {})).isEmpty();
    }

    @Test
    void whatWaitsIsReadOnceAndCountedAnew() {
        save();
        List<String> told = new ArrayList<>();
        project.explaining().prepare();
        List<Waiting> first =
                project.explaining().waiting((done, of) -> told.add(done + " of " + of));
        assertThat(told).containsExactly("0 of 1");
        assertThat(project.explaining().waiting((done, of) -> {})).isEqualTo(first);
    }

    @Test
    void aSentenceThatIsLeftOutDoesNotWait() {
        save();
        for (Candidate each :
                project.explaining().waiting((done, of) -> {}).getFirst().candidates()) {
            project.explaining().ignore(comparison, EXPLANATION, each);
        }
        assertThat(project.explaining().waiting((done, of) -> {})).isEmpty();
    }

    @Test
    void aPreviewShowsWhatItDecidesFromWhereTheRepliesPart() {
        save();
        Preview.Counted counted =
                (Preview.Counted)
                        project.rules().preview(RuleRow.NO_COMPARISON, candidate().rule());
        Decided one = counted.examples().getFirst();
        assertThat(one.prompt()).isEqualTo("what do I pay?");
        assertThat(one.better()).isEqualTo("… The deductible is 50.");
        assertThat(one.worse()).isEqualTo("… We pay all of it.");
        assertThat(one.outcome()).isEqualTo(Decided.Outcome.RIGHT);
    }

    @Test
    void guidelinesAreKeptAndHaveALimit() {
        project.project().setGuidelines("Never promise cover.");
        assertThat(project.project().guidelines()).isEqualTo("Never promise cover.");
        assertThatThrownBy(() -> project.project().setGuidelines("x".repeat(100_001)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.code()).isEqualTo("guidelines.long"));
    }
}
