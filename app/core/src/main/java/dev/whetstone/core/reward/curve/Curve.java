package dev.whetstone.core.reward.curve;

import dev.whetstone.core.evaluate.Estimate;
import java.util.List;

/// A learning curve. All intervals are 95 % bootstrap intervals over prompts.
///
/// @param judgements that were predicted while held out, each once a repeat
/// @param groups prompts they belong to
/// @param draws training sets behind each point
/// @param points fewest comparisons first, 1 or more
/// @param majority accuracy of majority vote of the rules on the same judgements, undecided
///     ones ½
public record Curve(
        int judgements, int groups, int draws, List<CurvePoint> points, Estimate majority) {
    /// Of how many comparisons the worth is told: the most that are at most a tenth of all, so
    /// that a tenfold worth can be seen.
    private static final int TENTH = 10;

    public Curve {
        points = List.copyOf(points);
    }

    /// What rules do with all comparisons, and since when.
    ///
    /// @param effect at the last point
    /// @param from comparisons of the first point since which every point has this effect
    /// @param before the effect just before; the same as `effect` when no point differs
    public record Verdict(Effect effect, int from, Effect before) {
        public boolean always() {
            return before == effect;
        }
    }

    public Verdict verdict() {
        Effect last = points.getLast().effect();
        int first = points.size() - 1;
        while (first > 0 && points.get(first - 1).effect() == last) {
            first--;
        }
        Effect before = first == 0 ? last : points.get(first - 1).effect();
        return new Verdict(last, points.get(first).comparisons(), before);
    }

    public Worth worth() {
        int most = points.getLast().comparisons() / TENTH;
        return points.stream()
                .filter(point -> point.comparisons() <= most)
                .reduce((fewer, more) -> more)
                .orElse(points.getFirst())
                .worth();
    }
}
