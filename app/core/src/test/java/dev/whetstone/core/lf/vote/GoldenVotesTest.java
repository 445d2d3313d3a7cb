package dev.whetstone.core.lf.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.GoldenExplanations;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.text.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule of explanations.tsv tells a response that it was made for from one that it was made
/// against.
class GoldenVotesTest {
    /// Rules over concepts that every house fills itself, or on thresholds of length, have their
    /// own tests below.
    private static final Set<String> ELSEWHERE = Set.of("E072", "E090");

    private static final Concepts CONCEPTS = StarterConcepts.concepts();

    private static Map<String, Map<String, String>> contrasts() {
        Map<String, Map<String, String>> blocks = new HashMap<>();
        Map<String, String> current = new HashMap<>();
        for (String line : Resources.lines(GoldenVotesTest.class, "contrasts.txt")) {
            int colon = line.indexOf(": ");
            String key = line.substring(0, colon);
            String value =
                    line.substring(colon + 2)
                            .replace("\\n", "\n")
                            .replace(
                                    "{120 words}",
                                    "The sky is blue today and ".repeat(20) + "so on.");
            if (key.equals("id")) {
                current = new HashMap<>();
                blocks.put(value, current);
            }
            current.put(key, value);
        }
        return blocks;
    }

    @TestFactory
    Stream<DynamicTest> prefersTheResponseItWasMadeFor() {
        Map<String, Map<String, String>> contrasts = contrasts();
        return GoldenExplanations.rules().stream()
                .filter(row -> contrasts.containsKey(row.id()))
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.id() + " " + row.expected(),
                                        () ->
                                                check(
                                                        row.expected(),
                                                        contrasts.getOrDefault(
                                                                row.id(), Map.of()))));
    }

    private static void check(String text, Map<String, String> contrast)
            throws RuleSyntaxException {
        Rule rule = RuleParser.parse(text);
        Concepts concepts =
                CONCEPTS.with("business", List.of(literal("company")))
                        .with("asks_allergies", List.of(literal("allerg~")));
        CompiledRule compiled = new RuleCompiler(concepts).compile(rule);
        PairText pair =
                new PairText(
                        contrast.getOrDefault("prompt", ""),
                        contrast.getOrDefault("better", ""),
                        contrast.getOrDefault("worse", ""),
                        contrast.getOrDefault("source", ""));
        assertThat(compiled.explain(PairFeatures.of(pair)))
                .isEqualTo(new CompiledRule.Vote(1, Set.of()));
        assertThat(compiled.vote(pair.swapped())).isEqualTo(-1);
    }

    private static Pattern literal(String text) {
        return new Pattern.Literal(text);
    }

    @Test
    void everyExpectedRuleHasAContrast() {
        List<String> missing = new ArrayList<>();
        Set<String> known = contrasts().keySet();
        for (var row : GoldenExplanations.rules()) {
            if (!known.contains(row.id()) && !ELSEWHERE.contains(row.id())) {
                missing.add(row.id());
            }
        }
        Assumptions.assumeTrue(
                System.getProperty("golden.explanations", "").isEmpty(),
                "another list of explanations may hold other rows");
        assertThat(missing).isEmpty();
    }

    @Test
    void longAnswersWithoutHeadingsAreWorse() throws RuleSyntaxException {
        CompiledRule rule =
                new RuleCompiler(CONCEPTS)
                        .compile(RuleParser.parse("bad(X) when words(X) > ?n and headings(X) = 0"));
        String body = "The sky is blue today and ".repeat(40);
        assertThat(rule.vote(PairText.of("?", "# Sky\n\n" + body, body))).isEqualTo(1);
    }

    @Test
    void linksToNamedDomainsCountSubdomains() throws RuleSyntaxException {
        Rule rule = RuleParser.parse("bad(X) when links_to(X, @competitor_domains) >= 1");
        Concepts house = CONCEPTS.with("competitor_domains", List.of(literal("rival.com")));
        PairText pair =
                PairText.of("?", "See https://rival.community/x", "See https://www.rival.com/x");
        assertThat(new RuleCompiler(house).compile(rule).vote(pair)).isEqualTo(1);
    }

    @Test
    void anEmptyConceptAbstainsAndSaysSo() throws RuleSyntaxException {
        Rule rule = RuleParser.parse("bad(X) when links_to(X, @competitor_domains) >= 1");
        PairText pair = PairText.of("?", "no link", "See https://www.rival.com/x");
        assertThat(new RuleCompiler(CONCEPTS).compile(rule).explain(PairFeatures.of(pair)))
                .isEqualTo(new CompiledRule.Vote(0, Set.of(Abstention.EMPTY_CONCEPT)));
    }

    @Test
    void everyConceptOfTheExpectedRulesIsShipped() throws RuleSyntaxException {
        Set<String> used =
                GoldenExplanations.rules().stream()
                        .map(GoldenExplanations.Row::expected)
                        .flatMap(
                                text ->
                                        Stream.of(text.split("[^@\\w]"))
                                                .filter(word -> word.startsWith("@"))
                                                .map(word -> word.substring(1)))
                        .collect(Collectors.toSet());
        assertThat(CONCEPTS.names()).containsAll(used);
    }
}
