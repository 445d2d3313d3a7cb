package dev.whetstone.services.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectRulesTest {
    private static final List<String> QUESTIONS =
            List.of(
                    "A pipe burst under our sink.",
                    "Hail broke the roof.",
                    "Somebody stole my bicycle.",
                    "How do I cancel?",
                    "The surveyor never came.",
                    "Is my phone insured abroad?",
                    "What is my excess?",
                    "The storm took our fence.",
                    "When will you pay?",
                    "My neighbour hit my car.",
                    "Do you cover mould?",
                    "I moved to another town.");
    private static final int COMPARISONS = QUESTIONS.size();

    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;

    @BeforeEach
    void open() {
        List<SmallProject.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < COMPARISONS; i++) {
            pairs.add(
                    new SmallProject.Pair(
                            QUESTIONS.get(i),
                            "We will call. " + i,
                            "We will call you about the claim as soon as we know more " + i));
        }
        small = SmallProject.of(folder, pairs);
        project = small.services();
    }

    @AfterEach
    void close() {
        small.close();
    }

    @Test
    void choicesSuggestWhatNoRuleSays() {
        small.chooseTheLonger(Explanation.NONE);
        Suggestions found = project.rules().suggest(.2, 10, (done, of) -> {});
        assertThat(found.contrary()).isZero();
        assertThat(found.added())
                .extracting(Suggestions.Suggestion::rule)
                .contains("prefer higher words(X)");
        assertThat(found.added().getFirst().name()).isEqualTo("more-words");
    }

    @Test
    void aNoToASuggestionLeavesNoRuleAndItIsNotMinedAgain() {
        small.chooseTheLonger(Explanation.NONE);
        Suggestions found = project.rules().suggest(.2, 10, (done, of) -> {});
        Suggestions.Suggestion first = found.added().getFirst();
        project.rules().decline(first.id());
        assertThat(project.rules().listed()).extracting(RuleRow::id).doesNotContain(first.id());
        assertThat(project.rules().suggest(.2, 10, (done, of) -> {}).added())
                .extracting(Suggestions.Suggestion::rule)
                .doesNotContain(first.rule());
    }

    @Test
    void aSuggestionThatWasTakenUpIsNotDeclined() {
        small.chooseTheLonger(Explanation.NONE);
        UUID first = project.rules().suggest(.2, 10, (done, of) -> {}).added().getFirst().id();
        project.rules().activate(first);
        assertThatThrownBy(() -> project.rules().decline(first))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.code()).isEqualTo("rule.suggestion"));
        assertThat(project.rules().listed()).extracting(RuleRow::id).contains(first);
    }

    @Test
    void theOppositeOfAnActiveRuleIsNotSuggested() {
        small.chooseTheLonger(Explanation.NONE);
        var unused = project.rules().add("", "prefer lower words(X) by ?m", "ana");
        Suggestions found = project.rules().suggest(.2, 10, (done, of) -> {});
        assertThat(found.contrary()).isPositive();
        assertThat(found.added())
                .extracting(Suggestions.Suggestion::rule)
                .doesNotContain("prefer higher words(X)");
    }

    @Test
    void whatVotesAgainstAnActiveRuleOnTheSamePairsIsNotSuggestedEither() {
        small.chooseTheLonger(Explanation.NONE);
        var unused = project.rules().add("", "prefer lower words(X)", "ana");
        Suggestions found = project.rules().suggest(.2, 10, (done, of) -> {});
        assertThat(found.contrary()).isPositive();
        assertThat(found.added())
                .extracting(Suggestions.Suggestion::rule)
                .noneMatch(rule -> rule.contains("words(X)") || rule.contains("contains(X"));
    }

    @Test
    void rulesWithoutANameGetShortOnesThatDiffer() {
        for (String rule :
                List.of(
                        "prefer lower words(X)",
                        "prefer lower words(X) by 20",
                        "bad(X) when asks_for(P, bullets) and bullets(X) = 0")) {
            var unused = project.rules().add("", rule, "ana");
        }
        assertThat(project.rules().list())
                .extracting(RuleRow::name)
                .containsExactlyInAnyOrder("fewer-words", "fewer-words-2", "no-bullets-when-asked");
    }

    @Test
    void aNameFromBeforeIsKept() {
        var unused =
                project.rules().add("bad_contains_coverage_037d", "bad(X) when refuses(X)", "");
        assertThat(project.rules().list().getFirst().name())
                .isEqualTo("bad_contains_coverage_037d");
    }

    @Test
    void namesThatARulesFileDoesNotTakeAreWrittenAnotherWay() throws Exception {
        var one = project.rules().add("cover: never", "prefer lower words(X)", "ana");
        var other = project.rules().add("cover- never", "bad(X) when refuses(X)", "ana");
        assertThat(one).isNotEqualTo(other);
        assertThat(RulesFile.parse("rules.txt", project.rules().print()).rules())
                .extracting(RulesFile.NamedRule::name)
                .containsExactlyInAnyOrder("cover- never", "cover- never-2");
    }

    @Test
    void aSentenceNamesTheValueThatARuleVotesWith() {
        var unused = project.rules().add("", "prefer lower words(X) by ?m", "ana");
        assertThat(project.rules().list().getFirst().sentence())
                .isEqualTo(
                        "the response with the lower number of words (by at least 20) is better");
    }
}
