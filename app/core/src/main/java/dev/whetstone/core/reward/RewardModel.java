package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.Logistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A trained reward model. Scores are calibrated log-odds: σ(score(A) - score(B)) is the
/// probability that A is preferred. They are centred: 0 is the mean over the responses it was
/// trained on. Only differences between responses to one prompt mean anything.
public final class RewardModel {
    /// What a score rests on.
    ///
    /// @param contributions by feature, largest effect first, in log-odds against the mean
    ///     response; they sum to the score. The embedding counts as one, "wording"
    /// @param nearest judged responses that read most alike, nearest first; the same text is left
    /// out
    public record Explanation(List<Contribution> contributions, List<Neighbour> nearest) {}

    /// @param value the feature's value in this response; NaN for the wording
    /// @param mean its mean over the training responses; NaN for the wording
    /// @param logOdds what it adds to the score
    public record Contribution(String feature, double value, double mean, double logOdds) {}

    /// @param similarity cosine of the embeddings, at most 1
    public record Neighbour(String pairId, String side, Verdict verdict, double similarity) {}

    /// @param score centred, in log-odds
    /// @param uncertainty standard deviation of the score over bootstrap heads, before few
    ///     judgements shrink it
    public record Score(double score, double uncertainty) {}

    public enum Verdict {
        PREFERRED,
        REJECTED
    }

    record Example(String pairId, String side, Verdict verdict, float[] embedding) {}

    static final String WORDING = "wording";

    /// Cosine above which a judged response is the very text to be explained.
    private static final double SAME_TEXT = 0.99999;

    private final String encoder;
    private final Layout layout;
    private final List<float[]> heads;
    private final double[] mean;
    private final double inverseTemperature;
    private final int pairs;
    private final List<Example> examples;

    /// @param heads the first was fitted to all pairs and scores, the others to bootstraps
    RewardModel(
            String encoder,
            Layout layout,
            List<float[]> heads,
            double[] mean,
            double inverseTemperature,
            int pairs,
            List<Example> examples) {
        this.encoder = encoder;
        this.layout = layout;
        this.heads = List.copyOf(heads);
        this.mean = toFloats(mean);
        this.inverseTemperature = inverseTemperature;
        this.pairs = pairs;
        this.examples = List.copyOf(examples);
    }

    /// Which encoder it needs.
    public String encoder() {
        return encoder;
    }

    /// The text features it needs, in order.
    public List<String> features() {
        return layout.features();
    }

    /// How many pairs it was trained on.
    public int pairs() {
        return pairs;
    }

    /// The factor by which calibration divided the parts' mean log-odds; above 1 they were too
    /// sure. Infinite when nothing predicted the judgements.
    public double temperature() {
        return 1 / inverseTemperature;
    }

    /// @throws IllegalArgumentException when the response was encoded for other features
    public Score score(ResponseEncoder.Encoded response) {
        check(response);
        double[] values =
                heads.stream().mapToDouble(head -> value(head, response.vector())).toArray();
        double average =
                IntStream.range(1, values.length).mapToDouble(h -> values[h]).average().orElse(0);
        double squares =
                IntStream.range(1, values.length)
                        .mapToDouble(h -> (values[h] - average) * (values[h] - average))
                        .sum();
        return new Score(values[0], Math.sqrt(squares / Math.max(1, values.length - 2)));
    }

    /// Probability that A is preferred to B.
    public double prefers(ResponseEncoder.Encoded a, ResponseEncoder.Encoded b) {
        return Logistic.sigmoid(score(a).score() - score(b).score());
    }

    /// @param neighbours how many judged examples to name
    public Explanation explain(ResponseEncoder.Encoded response, int neighbours) {
        check(response);
        float[] head = heads.getFirst();
        double[] vector = response.vector();
        List<Contribution> contributions = new ArrayList<>();
        List<String> names = layout.readable();
        for (int c = 0; c < names.size(); c++) {
            contributions.add(
                    new Contribution(
                            names.get(c), vector[c], mean[c], head[c] * (vector[c] - mean[c])));
        }
        double wording = 0;
        for (int c = names.size(); c < vector.length; c++) {
            wording += head[c] * (vector[c] - mean[c]);
        }
        contributions.add(new Contribution(WORDING, Double.NaN, Double.NaN, wording));
        contributions.sort(Comparator.comparingDouble(c -> -Math.abs(c.logOdds())));
        return new Explanation(List.copyOf(contributions), nearest(vector, neighbours));
    }

    Layout layout() {
        return layout;
    }

    List<float[]> heads() {
        return heads;
    }

    double[] mean() {
        return mean;
    }

    double inverseTemperature() {
        return inverseTemperature;
    }

    List<Example> examples() {
        return examples;
    }

    private double value(float[] head, double[] vector) {
        double sum = 0;
        for (int c = 0; c < vector.length; c++) {
            sum += head[c] * (vector[c] - mean[c]);
        }
        return sum;
    }

    private List<Neighbour> nearest(double[] vector, int count) {
        int from = layout.embedding();
        return examples.stream()
                .map(
                        example -> {
                            double cosine = 0;
                            for (int d = 0; d < example.embedding().length; d++) {
                                cosine += vector[from + d] * example.embedding()[d];
                            }
                            return new Neighbour(
                                    example.pairId(), example.side(), example.verdict(), cosine);
                        })
                .filter(neighbour -> neighbour.similarity() < SAME_TEXT)
                .sorted(Comparator.comparingDouble(n -> -n.similarity()))
                .limit(count)
                .toList();
    }

    private void check(ResponseEncoder.Encoded response) {
        if (response.vector().length != layout.size()) {
            throw new IllegalArgumentException(
                    "a response of "
                            + response.vector().length
                            + " numbers for a reward model of "
                            + layout.size());
        }
    }

    /// Kept as in a saved file, so that a loaded model scores to the last bit alike.
    private static double[] toFloats(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
