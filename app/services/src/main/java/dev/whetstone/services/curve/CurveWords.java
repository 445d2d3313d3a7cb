package dev.whetstone.services.curve;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.reward.curve.Curve;
import dev.whetstone.core.reward.curve.CurvePoint;
import dev.whetstone.core.reward.curve.Effect;
import dev.whetstone.core.reward.curve.Worth;
import java.util.List;
import java.util.Locale;

/// A curve in sentences for a person who does not read intervals.
final class CurveWords {
    private CurveWords() {}

    static List<String> of(CurveReport report) {
        Curve curve = report.curve();
        return List.of(verdict(curve), worth(report));
    }

    private static String verdict(Curve curve) {
        Curve.Verdict verdict = curve.verdict();
        CurvePoint last = curve.points().getLast();
        return turn(curve, verdict)
                + " With "
                + last.comparisons()
                + " choices the difference is "
                + points(last.difference())
                + ".";
    }

    private static String turn(Curve curve, Curve.Verdict verdict) {
        int from = verdict.from();
        if (verdict.always()) {
            return switch (verdict.effect()) {
                case HELP -> "Rules help, with few choices and with many.";
                case NO_DIFFERENCE ->
                        "No difference was found between choices with rules and choices alone.";
                case HURT -> "Rules make it worse, with few choices and with many.";
            };
        }
        return switch (verdict.effect()) {
            case HELP -> "Rules help from about " + from + " choices on.";
            case HURT -> "Rules make it worse from about " + from + " choices on.";
            case NO_DIFFERENCE ->
                    verdict.before() == Effect.HELP
                            ? "Rules help up to about "
                                    + before(curve, from)
                                    + " choices; from about "
                                    + from
                                    + " on they add nothing that could be measured."
                            : "Rules make it worse up to about "
                                    + before(curve, from)
                                    + " choices; from about "
                                    + from
                                    + " on no difference was found.";
        };
    }

    private static int before(Curve curve, int from) {
        return curve.points().stream()
                .mapToInt(CurvePoint::comparisons)
                .filter(comparisons -> comparisons < from)
                .max()
                .orElse(from);
    }

    private static String worth(CurveReport report) {
        Worth worth = report.curve().worth();
        String kind = report.rules().written() > 0 ? "with rules" : "with reasons";
        int most = report.curve().points().getLast().comparisons();
        String with = worth.with() + " choices " + kind;
        if (!worth.reached()) {
            return with
                    + " do better than all "
                    + most
                    + " without: one is worth more than "
                    + number((double) most / worth.with())
                    + atLeast(worth)
                    + ".";
        }
        String range =
                " ("
                        + Math.round(worth.low())
                        + " to "
                        + (Double.isFinite(worth.high())
                                ? String.valueOf(Math.round(worth.high()))
                                : "more than " + most)
                        + ")";
        long without = Math.round(worth.without());
        String alike = with + " do as well as " + without + range + " without";
        return worth.each() > 1
                ? alike + ": one is worth " + number(worth.each()) + "."
                : alike + ".";
    }

    /// The lower end, where the data does not settle that there are too few.
    private static String atLeast(Worth worth) {
        return Double.isFinite(worth.low())
                ? " (95 % sure only of " + number(worth.low() / worth.with()) + ")"
                : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    /// In percentage points.
    private static String points(Estimate of) {
        return signed(of.value())
                + " points ("
                + signed(of.low())
                + " to "
                + signed(of.high())
                + ")";
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%+.1f", 100 * share).replace("-", "−");
    }
}
