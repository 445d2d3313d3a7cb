package dev.whetstone.core.asked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.text.TextFeatures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Prompts written before the grammar, and two more sets that were written before it had read them.
class StatedConstraintsTest {
    private static final Path FOLDER = Path.of("src/test/resources/constraints");

    private record Row(String prompt, Set<Rule> expected, Set<Rule> found) {
        boolean isWrong() {
            return !expected.containsAll(found);
        }

        boolean isWhole() {
            return expected.equals(found);
        }
    }

    @Test
    void noPromptYieldsAConstraintThatItDoesNotState() throws Exception {
        assertThat(rows("prompts.tsv")).filteredOn(Row::isWrong).isEmpty();
        assertThat(rows("unseen.tsv")).filteredOn(Row::isWrong).isEmpty();
        assertThat(rows("unseen2.tsv")).filteredOn(Row::isWrong).isEmpty();
        assertThat(rows("datasets.tsv")).filteredOn(Row::isWrong).isEmpty();
    }

    @Test
    void tasksAsDataSetsDescribeThemAreRead() throws Exception {
        assertThat(rows("datasets.tsv"))
                .filteredOn(row -> !row.expected().isEmpty())
                .hasSizeGreaterThanOrEqualTo(14)
                .allMatch(Row::isWhole);
    }

    @Test
    void nearlyAllStatedConstraintsAreFound() throws Exception {
        List<Row> stated =
                rows("prompts.tsv").stream().filter(row -> !row.expected().isEmpty()).toList();
        long whole = stated.stream().filter(Row::isWhole).count();
        assertThat(stated).hasSizeGreaterThanOrEqualTo(40);
        assertThat(whole).isGreaterThanOrEqualTo(Math.round(.9 * stated.size()));
    }

    @Test
    void everyConditionIsARuleThatCanBePrintedAndEdited() throws Exception {
        for (Row row : rows("prompts.tsv")) {
            for (StatedConstraint each : StatedConstraints.in(new TextFeatures(row.prompt()))) {
                Rule rule = new Rule.Judge(Verdict.GOOD, each.condition());
                assertThat(RuleParser.parse(RulePrinter.print(rule))).isEqualTo(rule);
                assertThat(row.prompt().substring(each.start(), each.end())).isNotBlank();
            }
        }
    }

    @Test
    void quotedMaterialAndTheMiddleOfALongPromptAreNoRequests() {
        String material = "Use at least 10 words.\n\n".repeat(100);
        String prompt = "Rate the style of these rules.\n\nThey are:\n\n" + material + "Thanks!";
        assertThat(StatedConstraints.in(new TextFeatures("> Answer in German.\nIs this rude?")))
                .isEmpty();
        assertThat(
                        StatedConstraints.in(
                                new TextFeatures("```\nanswer in German.\n```\nIs this rude?")))
                .isEmpty();
        assertThat(StatedConstraints.in(new TextFeatures(prompt))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void ofAConversationOnlyTheLastTurnIsRead() {
        String talk =
                "Human: Answer in under 50 words.\n\nAssistant: Yes.\n\nHuman: Say it as JSON"
                        + " please, return only JSON.\n\nAssistant:";
        assertThat(StatedConstraints.in(new TextFeatures(talk)))
                .extracting(
                        each -> RulePrinter.print(new Rule.Judge(Verdict.GOOD, each.condition())))
                .containsExactly("good(X) when is_json(X)");
    }

    private static List<Row> rows(String file) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            if (line.startsWith("#") || line.startsWith("prompt\t")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            Set<Rule> expected = new HashSet<>();
            for (String condition : cells[1].split(" ; ", -1)) {
                if (!condition.isBlank()) {
                    expected.add(NormalForm.of(RuleParser.parse("good(X) when " + condition)));
                }
            }
            Set<Rule> found = new HashSet<>();
            for (StatedConstraint each : StatedConstraints.in(new TextFeatures(cells[0]))) {
                found.add(NormalForm.of(new Rule.Judge(Verdict.GOOD, each.condition())));
            }
            rows.add(new Row(cells[0], expected, found));
        }
        return rows;
    }
}
