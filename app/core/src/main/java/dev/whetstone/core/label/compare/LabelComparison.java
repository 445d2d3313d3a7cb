package dev.whetstone.core.label.compare;

import dev.whetstone.core.evaluate.Calibration;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.PairLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Several label models on the same draws of judged pairs: each draw takes some pairs as judged,
/// every model labels all pairs, and is scored on those that share no group with a judged one.
///
/// @param judged pairs a draw
/// @param draws how many
/// @param seed of the first draw; the next has the next number
public record LabelComparison(int judged, int draws, long seed) {
    private static final int BINS = 10;

    public LabelComparison {
        if (judged < 0 || draws < 1) {
            throw new IllegalArgumentException(
                    "a comparison needs 0 or more judged pairs and 1 or more draws");
        }
    }

    /// The scores of every model, and how many pairs they were measured on.
    ///
    /// @param heldOut pairs a draw
    public record Result(List<ModelScores> models, Spread heldOut) {
        public Result {
            models = List.copyOf(models);
        }
    }

    private record Scored(
            List<Double> accuracy,
            List<Double> logLoss,
            List<Double> brier,
            List<Double> calibrationError) {
        Scored() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Predictions of) {
            accuracy.add(Scores.accuracy(of).value());
            logLoss.add(Scores.logLoss(of));
            brier.add(Scores.brier(of));
            calibrationError.add(Calibration.expectedError(Calibration.confidence(of, BINS)));
        }
    }

    /// @param progress is told how many draws are done
    /// @throws IllegalArgumentException when a model refuses the votes, or no pair is held out
    public Result run(KnownPairs pairs, List<Contender> models, IntConsumer progress) {
        List<Scored> scored = models.stream().map(model -> new Scored()).toList();
        List<Double> sizes = new ArrayList<>();
        for (int d = 0; d < draws; d++) {
            progress.accept(d);
            Draw draw = Draw.of(pairs, judged, seed + d);
            sizes.add((double) draw.heldOut().length);
            for (int m = 0; m < models.size(); m++) {
                PairLabels labels = models.get(m).model().label(pairs.votes(), draw.judged());
                scored.get(m).add(predictions(labels, pairs, draw));
            }
        }
        List<ModelScores> result = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            Scored of = scored.get(m);
            result.add(
                    new ModelScores(
                            models.get(m).name(),
                            Spread.of(of.accuracy()),
                            Spread.of(of.logLoss()),
                            Spread.of(of.brier()),
                            Spread.of(of.calibrationError())));
        }
        return new Result(result, Spread.of(sizes));
    }

    private static Predictions predictions(PairLabels labels, KnownPairs pairs, Draw draw) {
        return new Predictions(
                IntStream.of(draw.heldOut()).mapToDouble(labels::p).toArray(),
                IntStream.of(draw.heldOut()).mapToDouble(i -> pairs.answers()[i]).toArray());
    }
}
