package dev.whetstone.services.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.Mark;
import dev.whetstone.services.detectors.WordEncoder;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.Voting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rule that asks a detector votes in the loop on texts that the project does not have.
class VotingRulesTest {
    private static final LoopPrompt PROMPT =
            new LoopPrompt("1", List.of(new Message(Role.USER, "Is my claim paid?")));
    private static final String KIND = "thank you dear customer";
    private static final String CURT = "denied see policy";

    @TempDir Path folder;
    private final List<String> read = new ArrayList<>();
    private OpenProject project;
    private LoopRules rules;

    @BeforeEach
    void open() {
        List<SmallProject.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            pairs.add(new SmallProject.Pair("claim " + i, KIND + " number " + i, CURT + " " + i));
        }
        try (SmallProject small = SmallProject.of(folder, pairs, new WordEncoder())) {
            small.chooseTheLonger(Explanation.NONE);
            var detectors = small.services().detectors();
            detectors.add("kind", new Recipe.Head(), "ana");
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                marks.add(new Mark(KIND + " case " + i, Mark.Answer.YES));
                marks.add(new Mark(CURT + " case " + i, Mark.Answer.NO));
            }
            detectors.mark("kind", marks, "ana");
            detectors.train("kind", "ana").join();
            small.services().rules().add("kind", "good(X) when detects(X, #kind)", "ana");
            detectors.run(List.of()).join();
        }
        project = OpenProject.open(folder.resolve("claims.whetstone"));
        DetectorBook book =
                new DetectorBook(
                        project,
                        (model, texts, progress) -> {
                            read.addAll(texts);
                            return texts.stream()
                                    .mapToDouble(text -> text.contains("thank") ? .95 : .05)
                                    .toArray();
                        });
        Voting voting = new Voting(project, new ConceptBook(project), book);
        rules = VotingRules.of(project, voting, new NoProgress());
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aNewTextIsReadAndVotedOn() {
        assertThat(rules.lean(PROMPT, "many thanks, thank you", "no")).isPositive();
        assertThat(rules.lean(PROMPT, "no", "many thanks, thank you")).isNegative();
        assertThat(read).contains("many thanks, thank you", "no");
    }

    @Test
    void aTextIsReadOnceHoweverOftenItIsJudged() {
        rules.readAhead(
                List.of(
                        new LoopRules.Response(PROMPT, "thank you all"),
                        new LoopRules.Response(PROMPT, "certainly not")));
        assertThat(read).containsExactlyInAnyOrder("thank you all", "certainly not");
        assertThat(rules.lean(PROMPT, "thank you all", "certainly not")).isPositive();
        assertThat(rules.outcomes(PROMPT, "thank you all").getFirst().sign()).isEqualTo(1);
        assertThat(rules.supporting(PROMPT, "thank you all", "certainly not")).hasSize(1);
        assertThat(rules.supporting(PROMPT, "certainly not", "thank you all")).isEmpty();
        assertThat(read).hasSize(2);
    }
}
