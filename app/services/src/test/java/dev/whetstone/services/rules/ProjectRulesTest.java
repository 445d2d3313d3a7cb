package dev.whetstone.services.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.project.OpenProject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectRulesTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));
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
    private ServiceGraph graph;
    private ProjectServices project;

    @BeforeEach
    void open() {
        Path file = folder.resolve("claims.whetstone");
        try (OpenProject made = OpenProject.create(file, CLOCK)) {
            made.with(
                    opened ->
                            opened.inTransaction(
                                    () -> {
                                        for (int i = 0; i < COMPARISONS; i++) {
                                            var prompt =
                                                    opened.prompts()
                                                            .add(
                                                                    List.of(
                                                                            new Message(
                                                                                    Role.USER,
                                                                                    QUESTIONS.get(
                                                                                            i))),
                                                                    "");
                                            var a =
                                                    opened.responses()
                                                            .add(
                                                                    prompt.id(),
                                                                    "We will call. " + i,
                                                                    "m");
                                            var b =
                                                    opened.responses()
                                                            .add(
                                                                    prompt.id(),
                                                                    "We will call you about the claim"
                                                                            + " as soon as we know more "
                                                                            + i,
                                                                    "m");
                                            opened.comparisons()
                                                    .add(prompt.id(), List.of(a.id(), b.id()));
                                        }
                                        return true;
                                    }));
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
    }

    @AfterEach
    void close() {
        project.close();
        graph.close();
    }

    /// The longer reply, every time.
    private void chooseTheLonger() {
        try (Desk desk = project.judging().desk(project.judging().annotator("ana"))) {
            for (int i = 0; i < COMPARISONS; i++) {
                Showing showing = desk.current().orElseThrow();
                boolean first =
                        showing.responses().get(0).text().length()
                                > showing.responses().get(1).text().length();
                var unused =
                        desk.save(
                                new Draft(
                                        first ? Ranking.prefer(0, 1) : Ranking.prefer(1, 0),
                                        Strength.UNSAID,
                                        Acceptable.UNSAID,
                                        false,
                                        Explanation.NONE));
                var next = desk.next();
                assertThat(next.isPresent()).isEqualTo(i + 1 < COMPARISONS);
            }
        }
    }

    @Test
    void choicesSuggestWhatNoRuleSays() {
        chooseTheLonger();
        Suggestions found = project.rules().suggest(.2, 10);
        assertThat(found.contrary()).isZero();
        assertThat(found.added())
                .extracting(Suggestions.Suggestion::rule)
                .contains("prefer higher words(X)");
        assertThat(found.added().getFirst().name()).isEqualTo("more-words");
    }

    @Test
    void theOppositeOfAnActiveRuleIsNotSuggested() {
        chooseTheLonger();
        var unused = project.rules().add("", "prefer lower words(X) by ?m", "ana");
        Suggestions found = project.rules().suggest(.2, 10);
        assertThat(found.contrary()).isPositive();
        assertThat(found.added())
                .extracting(Suggestions.Suggestion::rule)
                .doesNotContain("prefer higher words(X)");
    }

    @Test
    void whatVotesAgainstAnActiveRuleOnTheSamePairsIsNotSuggestedEither() {
        chooseTheLonger();
        var unused = project.rules().add("", "prefer lower words(X)", "ana");
        Suggestions found = project.rules().suggest(.2, 10);
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
