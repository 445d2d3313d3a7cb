package dev.whetstone.core.reward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Trains a reward model: for each part of the vector (length; text features; rules;
/// embedding) a ridge Bradley-Terry fit whose strength is chosen out of fold; then the weights
/// with which the parts' out-of-fold log-odds predict the judgements best, which calibrates at
/// the same time; then bootstrap heads over whole groups for the uncertainty.
public final class RewardTrainer {
    /// Judged pairs from which the calibration rests on them alone, and not on labels of rules.
    private static final int JUDGED_TO_CALIBRATE = 30;

    private static final int MAX_EXAMPLES = 2000;

    private final RewardSettings settings;

    public RewardTrainer(RewardSettings settings) {
        this.settings = settings;
    }

    /// Whether there is anything to learn from: two groups, and a label that is no tie.
    public static boolean canTrain(RewardData data) {
        return data.groups().stream().distinct().count() >= 2
                && !Arrays.stream(data.labels()).allMatch(p -> p == 0.5);
    }

    /// @throws IllegalArgumentException for fewer than 2 groups or when every pair is a tie:
    ///     there is nothing to learn from
    public RewardModel train(RewardData data) {
        if (data.groups().stream().distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "a reward model needs judgements on at least 2 prompts");
        }
        if (Arrays.stream(data.labels()).allMatch(p -> p == 0.5)) {
            throw new IllegalArgumentException("every judgement is a tie: nothing to learn from");
        }
        Layout layout = data.layout();
        int[] folds = GroupFolds.of(data.groups(), innerFolds(data), settings.seed());
        List<PartFit> parts = new ArrayList<>();
        for (int part = 0; part < layout.parts(); part++) {
            parts.add(PartFit.choose(data, part, folds, settings.ridges()));
        }
        boolean[] calibrated = calibrated(data);
        double[] mix = PartMix.fit(data, parts, calibrated);
        // few judgements shrink the score, but they must not look like certainty
        double[] spread = Arrays.stream(mix).map(m -> m / PartMix.confidence(calibrated)).toArray();
        double[] weights = data.weights();
        List<float[]> heads = new ArrayList<>();
        heads.add(head(layout, parts, mix, weights));
        Random random = new Random(settings.seed());
        for (int h = 0; h < settings.heads(); h++) {
            heads.add(head(layout, parts, spread, resample(data, weights, random)));
        }
        return new RewardModel(
                data.encoder(),
                layout,
                heads,
                mean(data),
                Arrays.stream(mix).sum(),
                data.size(),
                examples(data));
    }

    private int innerFolds(RewardData data) {
        long groups = data.groups().stream().distinct().count();
        return (int) Math.min(settings.innerFolds(), groups);
    }

    private static boolean[] calibrated(RewardData data) {
        boolean[] judged = new boolean[data.size()];
        int count = 0;
        for (int i = 0; i < judged.length; i++) {
            judged[i] = data.pair(i).origin() == RewardPair.Origin.JUDGED;
            count += judged[i] ? 1 : 0;
        }
        if (count < JUDGED_TO_CALIBRATE) {
            Arrays.fill(judged, true);
        }
        return judged;
    }

    private static float[] head(
            Layout layout, List<PartFit> parts, double[] mix, double[] weights) {
        float[] head = new float[layout.size()];
        for (int part = 0; part < parts.size(); part++) {
            double[] w = parts.get(part).fit(weights);
            for (int c = 0; c < w.length; c++) {
                head[layout.from(part) + c] = (float) (mix[part] * w[c]);
            }
        }
        return head;
    }

    private static double[] resample(RewardData data, double[] weights, Random random) {
        List<String> groups = data.groups();
        List<String> distinct = List.copyOf(new TreeSet<>(groups));
        int[] drawn = new int[distinct.size()];
        for (int g = 0; g < drawn.length; g++) {
            drawn[random.nextInt(drawn.length)]++;
        }
        return IntStream.range(0, weights.length)
                .mapToDouble(
                        i -> weights[i] * drawn[Collections.binarySearch(distinct, groups.get(i))])
                .toArray();
    }

    private static double[] mean(RewardData data) {
        double[] mean = new double[data.layout().size()];
        for (ResponseEncoder.Encoded response : data.responses()) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += response.vector()[c] / data.responses().size();
            }
        }
        return mean;
    }

    private static List<RewardModel.Example> examples(RewardData data) {
        List<RewardModel.Example> examples = new ArrayList<>();
        int from = data.layout().embedding();
        for (int i = 0; i < data.size() && examples.size() < MAX_EXAMPLES; i++) {
            RewardPair pair = data.pair(i);
            if (pair.origin() == RewardPair.Origin.JUDGED && pair.p() != 0.5) {
                examples.add(example(pair, "a", pair.p() > 0.5, data.a(i), from));
                examples.add(example(pair, "b", pair.p() < 0.5, data.b(i), from));
            }
        }
        return examples;
    }

    private static RewardModel.Example example(
            RewardPair pair,
            String side,
            boolean preferred,
            ResponseEncoder.Encoded response,
            int from) {
        float[] embedding = new float[response.vector().length - from];
        for (int d = 0; d < embedding.length; d++) {
            embedding[d] = (float) response.vector()[from + d];
        }
        return new RewardModel.Example(
                pair.id(),
                side,
                preferred ? RewardModel.Verdict.PREFERRED : RewardModel.Verdict.REJECTED,
                embedding);
    }
}
