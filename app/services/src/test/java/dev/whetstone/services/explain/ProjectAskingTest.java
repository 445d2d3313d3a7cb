package dev.whetstone.services.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.judge.Step;
import dev.whetstone.services.rules.RuleRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "It asks for the PIN" can mean that the reply asks for it, or that it speaks of it. On the
/// second pair a reply speaks of it and does not ask.
class ProjectAskingTest {
    private static final Explanation SAID =
            new Explanation(Box.WORSE, "It asks for the customer's PIN.", List.of(), List.of());
    private static final String ASKS = "bad(X) when asks_user_for(X, @credentials)";
    private static final String SPEAKS = "bad(X) when contains(X, @credentials)";

    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;
    private Desk desk;

    @BeforeEach
    void open() {
        small =
                SmallProject.of(
                        folder,
                        List.of(
                                new SmallProject.Pair(
                                        "I cannot log in.",
                                        "Please tell us your PIN.",
                                        "We send you a letter."),
                                new SmallProject.Pair(
                                        "Is this mail from you?",
                                        "No. Never tell anybody your PIN.",
                                        "No, it is not."),
                                new SmallProject.Pair("Thanks!", "You are welcome.", "Bye.")));
        project = small.services();
        desk = project.judging().desk(project.judging().annotator("ana"));
    }

    @AfterEach
    void close() {
        desk.close();
        small.close();
    }

    private void explain(Explanation said) {
        var unused =
                desk.save(
                        new Draft(
                                Ranking.prefer(1, 0),
                                Strength.UNSAID,
                                Acceptable.UNSAID,
                                false,
                                said));
    }

    private Asking asking() {
        return project.explaining().asking();
    }

    private Optional<Asked> question(Explanation said) {
        return asking().question(small.comparisons().get(0), said, Map.of(), desk);
    }

    private Asked asked() {
        explain(SAID);
        return question(SAID).orElseThrow();
    }

    private List<String> rules() {
        return project.rules().list().stream().map(row -> row.state() + " " + row.text()).toList();
    }

    @Test
    void asksAboutThePairThatTellsTheMeaningsApart() {
        Asked asked = asked();
        assertThat(asked.showing().comparison().id()).isEqualTo(small.comparisons().get(1));
        assertThat(asked.deciding().first().rule()).isEqualTo(ASKS);
        assertThat(asked.deciding().second().rule()).isEqualTo(SPEAKS);
        assertThat(asked.number()).isEqualTo(1);
        assertThat(rules()).isEmpty();
    }

    @Test
    void marksWhatTheMeaningsLookFor() {
        Asked asked = asked();
        String a = asked.deciding().pair().a().text();
        assertThat(asked.inA().count()).isEqualTo(1);
        assertThat(asked.inA().in(a, 0)).isEqualTo("PIN");
        assertThat(asked.inB().isEmpty()).isTrue();
    }

    @Test
    void notBothCanMeanEitherOrNeither() {
        Explanation said =
                new Explanation(
                        Box.WORSE,
                        "It does not name both the PIN and a letter.",
                        List.of(),
                        List.of());
        assertThat(
                        project.explaining()
                                .understand(
                                        small.comparisons().get(2), Ranking.NONE, said, Map.of())
                                .candidates())
                .extracting(Candidate::rule)
                .satisfies(rules -> assertThat(rules.get(0)).contains("not (contains"))
                .satisfies(rules -> assertThat(rules.get(1)).contains("not contains"));
    }

    @Test
    void oneMeaningIsNoQuestion() {
        Explanation said = new Explanation(Box.WORSE, "too short", List.of(), List.of());
        explain(said);
        assertThat(question(said)).isEmpty();
    }

    @Test
    void aTieIsNoQuestion() {
        var unused =
                desk.save(
                        new Draft(
                                Ranking.tie(0, 1),
                                Strength.UNSAID,
                                Acceptable.UNSAID,
                                false,
                                SAID));
        assertThat(question(SAID)).isEmpty();
    }

    @Test
    void aMeaningThatIsARuleAlreadyIsNoQuestion() {
        explain(SAID);
        var unused = project.rules().add("", SPEAKS, "ana");
        assertThat(question(SAID)).isEmpty();
    }

    @Test
    void theAnswerIsAJudgementAndMakesTheMeaningARule() {
        Asked asked = asked();
        assertThat(asking().answer(asked, Ranking.prefer(0, 1), desk))
                .contains(asked.deciding().first());
        assertThat(rules()).containsExactly("ACTIVE " + ASKS);
        assertThat(desk.look(small.comparisons().get(1)).orElseThrow().draft().ranking())
                .isEqualTo(Ranking.prefer(0, 1));
        assertThat(project.rules().list())
                .extracting(RuleRow::comparisonId)
                .containsExactly(small.comparisons().get(0));
    }

    @Test
    void theOtherAnswerMakesTheOtherMeaningARule() {
        var unused = asking().answer(asked(), Ranking.prefer(1, 0), desk);
        assertThat(rules()).containsExactly("ACTIVE " + SPEAKS);
    }

    @Test
    void theDeskGoesOnBehindTheAnsweredPair() {
        var unused = asking().answer(asked(), Ranking.tie(0, 1), desk);
        assertThat(desk.current().orElseThrow().comparison().id())
                .isEqualTo(small.comparisons().get(0));
        assertThat(desk.next().map(Showing::comparison).map(c -> c.id()))
                .contains(small.comparisons().get(2));
    }

    @Test
    void undoTakesTheAnswerAndItsRuleBack() {
        var unused = asking().answer(asked(), Ranking.prefer(0, 1), desk);
        Step taken = desk.undo().orElseThrow();
        asking().takenBack(taken);
        assertThat(rules()).containsExactly("PAUSED " + ASKS);
        assertThat(desk.progress().judged()).isEqualTo(1);
        asking().doneAgain(desk.redo().orElseThrow());
        assertThat(rules()).containsExactly("ACTIVE " + ASKS);
        assertThat(desk.progress().judged()).isEqualTo(2);
    }

    @Test
    void anActionThatMadeNoRuleTakesNoneBack() {
        explain(SAID);
        UUID rule = project.rules().add("", SPEAKS, "ana");
        asking().takenBack(desk.undo().orElseThrow());
        assertThat(project.rules().list()).extracting(RuleRow::id).containsExactly(rule);
        assertThat(rules()).containsExactly("ACTIVE " + SPEAKS);
    }
}
