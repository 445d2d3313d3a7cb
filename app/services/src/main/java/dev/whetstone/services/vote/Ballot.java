package dev.whetstone.services.vote;

import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.PairLengths;
import dev.whetstone.core.label.RuleFamilies;
import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.rule.RuleVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The active rules' votes on all pairs beside what people chose, all of one moment.
///
/// @param rules active ones; their columns in the same order
/// @param sources the pairs that rules were written on, which do not count for them
/// @param families places of active rules that a person said tell one story
/// @param hash of the pairs, the rules and the judgements
public record Ballot(
        List<PairView> pairs,
        List<RuleVersion> rules,
        List<Column> columns,
        Choices choices,
        Set<Gold.Source> sources,
        List<List<Integer>> families,
        ContentHash hash) {
    public Ballot {
        pairs = List.copyOf(pairs);
        rules = List.copyOf(rules);
        columns = List.copyOf(columns);
        sources = Set.copyOf(sources);
        families = families.stream().map(List::copyOf).toList();
    }

    public int vote(int pair, int rule) {
        return columns.get(rule).votes()[pair];
    }

    /// 1 / (size of its family) of each rule.
    public double[] familyWeights() {
        return RuleFamilies.weights(rules.size(), families);
    }

    public Gold gold() {
        return new Gold(choices.preferences(), sources).about(questions());
    }

    /// A number for each pair, the same where a judged pair asks what another one asks.
    private int[] questions() {
        double[] judged = choices.preferences();
        Map<String, Integer> numbers = new HashMap<>();
        return IntStream.range(0, pairs.size())
                .map(
                        i ->
                                Double.isNaN(judged[i])
                                        ? pairs.size()
                                        : numbers.computeIfAbsent(question(i), q -> numbers.size()))
                .toArray();
    }

    /// What the pair asks first, see [PromptGroups].
    public String question(int pair) {
        return PromptGroups.of(pairs.get(pair).prompt().text());
    }

    public LabelMatrix matrix() {
        return LabelMatrix.ofColumns(
                rules.stream().map(RuleVersion::name).toList(),
                pairs.size(),
                columns.stream().map(Column::votes).toList());
    }

    public PairLengths lengths() {
        return new PairLengths(
                pairs.stream().mapToInt(pair -> length(pair.a().text())).toArray(),
                pairs.stream().mapToInt(pair -> length(pair.b().text())).toArray());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
