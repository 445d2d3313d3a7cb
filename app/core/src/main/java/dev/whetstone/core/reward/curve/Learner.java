package dev.whetstone.core.reward.curve;

import dev.whetstone.core.evaluate.Logistic;
import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.PairLabel;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.reward.ResponseFeatures;
import dev.whetstone.core.reward.RewardData;
import dev.whetstone.core.reward.RewardModel;
import dev.whetstone.core.reward.RewardPair;
import dev.whetstone.core.reward.RewardSettings;
import dev.whetstone.core.reward.RewardTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Trains on what is known after some comparisons, and predicts held-out rows. Nothing of the
/// held-out prompts is seen: neither their choices nor labels of rules on them, by the label
/// model as little as by the reward model.
final class Learner {
    private final CurveData data;
    private final RulesInHand rules;
    private final RewardSettings settings;
    private final RewardData plain;

    Learner(CurveData data, RulesInHand rules, RewardSettings settings) {
        this.data = data;
        this.rules = rules;
        this.settings = settings;
        this.plain = data.texts().keeping(name -> !name.startsWith(ResponseFeatures.RULE_PREFIX));
    }

    /// @param margins log-odds of A on each held-out row; 0 where there was nothing to learn
    ///     from
    /// @param rules that were in hand
    /// @param labels pairs that only rules labelled
    record Taught(double[] margins, int rules, int labels) {}

    Taught byChoices(Split split, Set<String> judged) {
        Lesson lesson = choices(split, judged);
        return new Taught(predict(plain, lesson, split.held()), 0, 0);
    }

    Taught byChoicesAndRules(Split split, Set<String> judged) {
        int[] columns = rules.columns(judged);
        Lesson lesson = choices(split, judged);
        int chosen = lesson.pairs().size();
        addLabels(lesson, split, judged, columns);
        Set<String> features = new HashSet<>();
        IntStream.of(columns)
                .forEach(
                        c ->
                                features.add(
                                        ResponseFeatures.RULE_PREFIX
                                                + data.votes().names().get(c)));
        RewardData seen =
                data.texts()
                        .keeping(
                                name ->
                                        !name.startsWith(ResponseFeatures.RULE_PREFIX)
                                                || features.contains(name));
        return new Taught(
                predict(seen, lesson, split.held()),
                columns.length,
                lesson.pairs().size() - chosen);
    }

    /// Majority vote of the rules that the whole training part brings.
    double[] byMajority(Split split) {
        int[] columns = rules.columns(split.first(split.order().size()));
        return IntStream.of(split.held())
                .mapToDouble(row -> IntStream.of(columns).map(c -> data.votes().sign(row, c)).sum())
                .toArray();
    }

    private record Lesson(List<RewardPair> pairs, List<Integer> rows) {
        void add(RewardPair pair, int row) {
            pairs.add(pair);
            rows.add(row);
        }
    }

    private Lesson choices(Split split, Set<String> judged) {
        Lesson lesson = new Lesson(new ArrayList<>(), new ArrayList<>());
        for (int row : split.training()) {
            if (known(row, judged)) {
                for (CurveData.Chosen choice : data.choices().get(row)) {
                    lesson.add(
                            label(row, choice.p(), choice.weight(), RewardPair.Origin.JUDGED), row);
                }
            }
        }
        return lesson;
    }

    private boolean known(int row, Set<String> judged) {
        return data.judged(row) && judged.contains(data.comparisons().get(row));
    }

    private void addLabels(Lesson lesson, Split split, Set<String> judged, int[] columns) {
        int[] training = split.training();
        double[] preference = new double[training.length];
        Arrays.setAll(
                preference,
                i -> known(training[i], judged) ? data.preference(training[i]) : Double.NaN);
        PairLabels labels =
                rules.model(columns)
                        .label(
                                votes(training, columns),
                                new Gold(preference, sources(training, columns))
                                        .about(questions(training)));
        for (int i = 0; i < training.length; i++) {
            PairLabel label = labels.label(i);
            double p = Logistic.sigmoid(label.logOdds());
            double confidence = Math.abs(2 * p - 1);
            if (Double.isNaN(preference[i]) && !label.contributions().isEmpty() && confidence > 0) {
                lesson.add(label(training[i], p, confidence, RewardPair.Origin.RULES), training[i]);
            }
        }
    }

    private int[] questions(int[] rows) {
        Map<String, Integer> numbers = new HashMap<>();
        return IntStream.of(rows)
                .map(
                        row ->
                                numbers.computeIfAbsent(
                                        data.texts().pair(row).group(), g -> numbers.size()))
                .toArray();
    }

    private LabelMatrix votes(int[] rows, int[] columns) {
        int[][] signs = new int[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                signs[i][j] = data.votes().sign(rows[i], columns[j]);
            }
        }
        return LabelMatrix.ofPairs(
                IntStream.of(columns).mapToObj(data.votes().names()::get).toList(), signs);
    }

    private Set<Gold.Source> sources(int[] rows, int[] columns) {
        Map<Integer, Integer> places = places(rows);
        Map<Integer, Integer> ranks = places(columns);
        Set<Gold.Source> sources = new HashSet<>();
        for (Gold.Source source : data.sources()) {
            Integer row = places.get(source.row());
            Integer rule = ranks.get(source.rule());
            if (row != null && rule != null) {
                sources.add(new Gold.Source(row, rule));
            }
        }
        return sources;
    }

    private static Map<Integer, Integer> places(int[] of) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < of.length; i++) {
            places.put(of[i], i);
        }
        return places;
    }

    private RewardPair label(int row, double p, double weight, RewardPair.Origin origin) {
        RewardPair pair = data.texts().pair(row);
        return new RewardPair(
                pair.id(), pair.group(), pair.prompt(), pair.a(), pair.b(), p, weight, origin);
    }

    private double[] predict(RewardData texts, Lesson lesson, int[] held) {
        RewardData training =
                texts.relabelled(
                        lesson.pairs(), lesson.rows().stream().mapToInt(row -> row).toArray());
        if (!RewardTrainer.canTrain(training)) {
            return new double[held.length];
        }
        RewardModel model = new RewardTrainer(settings).train(training);
        return IntStream.of(held)
                .mapToDouble(
                        row ->
                                model.score(texts.a(row)).score()
                                        - model.score(texts.b(row)).score())
                .toArray();
    }
}
