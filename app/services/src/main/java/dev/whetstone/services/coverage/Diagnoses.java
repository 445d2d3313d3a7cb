package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Calibration;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.ReliabilityBin;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.ModelDecision;
import dev.whetstone.services.label.ModelChoice;
import java.util.List;

/// Compares label models on choices they have not seen.
final class Diagnoses {
    private static final List<ModelChoice> MODELS =
            List.of(
                    ModelChoice.AUTO,
                    ModelChoice.RIDGE,
                    ModelChoice.GOLD,
                    ModelChoice.EM,
                    ModelChoice.MAJORITY);
    private static final int BINS = 10;

    private Diagnoses() {}

    static Diagnosis of(Analysis analysis) {
        ModelDecision decision = analysis.decision();
        return new Diagnosis(
                MODELS.stream().map(model -> fit(analysis, model)).toList(),
                decision.model().name(),
                decision.judged(),
                decision.challenges());
    }

    private static ModelFit fit(Analysis analysis, ModelChoice model) {
        String used = analysis.used(model).wireName();
        boolean converged = analysis.labels(model).converged();
        if (!analysis.canHoldOut()) {
            return new ModelFit(
                    model,
                    used,
                    Estimate.UNDEFINED,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    List.of(),
                    Double.NaN,
                    converged);
        }
        Predictions held = analysis.heldOut(model).predictions(row -> true);
        Predictions majority = analysis.heldOut(ModelChoice.MAJORITY).predictions(row -> true);
        List<ReliabilityBin> bins = Calibration.confidence(held, BINS);
        return new ModelFit(
                model,
                used,
                Scores.accuracy(held),
                Scores.logLoss(held),
                Scores.brier(held),
                Calibration.expectedError(bins),
                bins,
                gain(majority, held),
                converged);
    }

    /// The mean of paired differences of log loss in their standard errors.
    static double gain(Predictions standing, Predictions other) {
        int n = standing.size();
        double[] d = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            d[i] =
                    Scores.crossEntropy(standing.p(i), standing.y(i))
                            - Scores.crossEntropy(other.p(i), other.y(i));
            mean += d[i] / n;
        }
        double squares = 0;
        for (double each : d) {
            squares += (each - mean) * (each - mean);
        }
        return squares == 0 ? Double.NaN : mean / Math.sqrt(squares / (n - 1) / n);
    }
}
