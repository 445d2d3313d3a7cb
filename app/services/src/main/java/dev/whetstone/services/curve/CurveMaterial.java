package dev.whetstone.services.curve;

import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.RewardData;
import dev.whetstone.core.reward.RewardPair;
import dev.whetstone.core.reward.curve.CurveData;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.reward.RewardSet;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// Chooses the pairs that a curve is measured on, and writes them down as the measurement
/// wants them.
final class CurveMaterial {
    /// Comparisons that take part at most: what is learned from more is not told apart, and
    /// each text must be read.
    private static final int MOST_JUDGED = 2_000;

    private static final int MOST_UNJUDGED = 2_000;

    private CurveMaterial() {}

    /// @return rows of the ballot in its order: all pairs of the judged comparisons that take
    ///     part, and pairs that nobody judged
    static int[] rows(Ballot ballot, long seed) {
        Set<UUID> judged = judged(ballot);
        Set<UUID> used = new HashSet<>(some(List.copyOf(judged), MOST_JUDGED, seed));
        List<Integer> open =
                IntStream.range(0, ballot.pairs().size())
                        .filter(row -> !judged.contains(comparison(ballot, row)))
                        .boxed()
                        .toList();
        Set<Integer> also = new HashSet<>(some(open, MOST_UNJUDGED, seed));
        return IntStream.range(0, ballot.pairs().size())
                .filter(row -> used.contains(comparison(ballot, row)) || also.contains(row))
                .toArray();
    }

    /// Comparisons that somebody judged.
    static Set<UUID> judged(Ballot ballot) {
        Set<UUID> judged = new LinkedHashSet<>();
        for (int row = 0; row < ballot.pairs().size(); row++) {
            if (!ballot.choices().of(row).isEmpty()) {
                judged.add(comparison(ballot, row));
            }
        }
        return judged;
    }

    private static UUID comparison(Ballot ballot, int row) {
        return ballot.pairs().get(row).ref().comparisonId();
    }

    private static <T> List<T> some(List<T> of, int most, long seed) {
        List<T> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    /// @param ballot of the rules in the order of the file
    static CurveData data(Ballot ballot, int[] rows, RulesFile file, ResponseEncoder encoder) {
        List<RewardPair> texts = new ArrayList<>();
        List<String> comparisons = new ArrayList<>();
        List<List<CurveData.Chosen>> choices = new ArrayList<>();
        for (int row : rows) {
            PairView pair = ballot.pairs().get(row);
            String prompt = pair.prompt().text();
            texts.add(
                    new RewardPair(
                            pair.ref().text(),
                            PromptGroups.of(prompt),
                            prompt,
                            pair.a().text(),
                            pair.b().text(),
                            .5,
                            1,
                            RewardPair.Origin.JUDGED));
            comparisons.add(pair.ref().comparisonId().toString());
            double weight = RewardSet.weight(ballot.pairs(), row);
            choices.add(
                    ballot.choices().of(row).stream()
                            .map(choice -> new CurveData.Chosen(choice.preference(), weight))
                            .toList());
        }
        return new CurveData(
                RewardData.of(texts, encoder),
                comparisons,
                choices,
                votes(ballot, rows, file),
                sources(ballot, rows));
    }

    private static LabelMatrix votes(Ballot ballot, int[] rows, RulesFile file) {
        return LabelMatrix.ofPairs(
                file.rules().stream().map(RulesFile.NamedRule::name).toList(),
                Arrays.stream(rows)
                        .mapToObj(
                                row ->
                                        IntStream.range(0, ballot.rules().size())
                                                .map(rule -> ballot.vote(row, rule))
                                                .toArray())
                        .toArray(int[][]::new));
    }

    private static Set<Gold.Source> sources(Ballot ballot, int[] rows) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            places.put(rows[i], i);
        }
        Set<Gold.Source> sources = new HashSet<>();
        for (Gold.Source source : ballot.sources()) {
            Integer place = places.get(source.row());
            if (place != null) {
                sources.add(new Gold.Source(place, source.rule()));
            }
        }
        return sources;
    }
}
