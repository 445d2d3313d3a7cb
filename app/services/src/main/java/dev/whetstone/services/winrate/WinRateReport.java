package dev.whetstone.services.winrate;

import dev.whetstone.core.evaluate.Estimate;

/// How often a model's responses are better than a baseline's.
///
/// @param prompts with a preference
/// @param missing without one
/// @param wins preferences above ½; `ties` at ½, `losses` below
/// @param raw mean preference, Wilson's 95 % interval
/// @param controlled at equal length; undefined where it was not asked for
/// @param meanBase mean characters of the baseline's responses, NaN where not all are known
/// @param meanModel of the model's
public record WinRateReport(
        int prompts,
        int missing,
        int wins,
        int ties,
        int losses,
        Estimate raw,
        Estimate controlled,
        double meanBase,
        double meanModel) {
    /// Below so many verdicts, length held equal says next to nothing.
    private static final int FEW = 50;

    private static final double LARGE_MOVE = .1;
    private static final double SHARE_OF_REST = .25;

    public boolean few() {
        return prompts < FEW;
    }

    /// Whether holding length equal moves the rate by more than ten points, and by more than a
    /// quarter of what lay between it and the end: then length decided much (as AlpacaEval warns).
    public boolean lengthDecidedMuch() {
        double move = controlled.value() - raw.value();
        double rest = move > 0 ? 1 - raw.value() : raw.value();
        return Math.abs(move) > Math.max(LARGE_MOVE, SHARE_OF_REST * rest);
    }
}
