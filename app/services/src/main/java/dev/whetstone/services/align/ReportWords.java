package dev.whetstone.services.align;

import dev.whetstone.services.reward.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The report in sentences for a person who does not read metrics. It claims a change only where
/// the interval does.
final class ReportWords {
    private static final double LONGER = .15;
    private static final double ENDS_LESS = .05;
    private static final int MOST_WORSE = 3;

    private ReportWords() {}

    static List<String> of(
            AlignReport.Start start,
            List<IterationReport> iterations,
            List<ControlReport> controls,
            List<RuleReport> rules) {
        IterationReport last = iterations.getLast();
        List<String> words = new ArrayList<>();
        words.add(winning(last));
        words.add(rules(start, last));
        words.add(length(start, last));
        if (last.eosRate() < start.eosRate() - ENDS_LESS) {
            words.add(
                    "More replies break off before their end: "
                            + percent(1 - last.eosRate())
                            + ", before "
                            + percent(1 - start.eosRate())
                            + ".");
        }
        for (int i = 1; i < iterations.size(); i++) {
            if (iterations.get(i).meanReward() <= iterations.get(i - 1).meanReward()) {
                words.add(
                        "Iteration "
                                + iterations.get(i).iteration()
                                + " did not help: its mean score is not above the one before.");
            }
        }
        rules.stream()
                .filter(rule -> -change(rule) > noise(rule))
                .sorted(Comparator.comparingDouble(ReportWords::change))
                .limit(MOST_WORSE)
                .forEach(rule -> words.add(worse(rule)));
        controls.forEach(control -> words.add(control(control, last)));
        return words;
    }

    private static double change(RuleReport rule) {
        return rule.after() - rule.before();
    }

    /// Half the 95 % interval of the difference of two shares.
    private static double noise(RuleReport rule) {
        double variance =
                (rule.before() * (1 - rule.before()) + rule.after() * (1 - rule.after()))
                        / Math.max(1, rule.applies());
        return 1.96 * Math.sqrt(variance);
    }

    private static String worse(RuleReport rule) {
        return "Kept less often than before (from "
                + percent(rule.before())
                + " to "
                + percent(rule.after())
                + "): "
                + rule.sentence();
    }

    private static String winning(IterationReport last) {
        Estimate rate = last.winRate();
        String share =
                percent(rate.value())
                        + " of the held-out messages (between "
                        + percent(rate.low())
                        + " and "
                        + percent(rate.high())
                        + ")";
        if (rate.low() > .5) {
            return "The reward model prefers the new replies on " + share + ".";
        }
        if (rate.high() < .5) {
            return "The replies got worse: the reward model prefers the new ones only on "
                    + share
                    + ".";
        }
        return "No clear change: the reward model prefers the new replies on " + share + ".";
    }

    private static String rules(AlignReport.Start start, IterationReport last) {
        Estimate before = start.ruleSatisfaction();
        Estimate after = last.ruleSatisfaction();
        if (Double.isNaN(before.value()) || Double.isNaN(after.value())) {
            return "No accepted rule says anything of a single reply, so keeping rules was not"
                    + " measured.";
        }
        String change =
                percent(before.value())
                        + " to "
                        + percent(after.value())
                        + " of the rules that apply";
        if (after.low() > before.high()) {
            return "Replies keep your rules more often: from " + change + ".";
        }
        if (after.high() < before.low()) {
            return "Replies keep your rules less often: from " + change + ".";
        }
        return "Replies keep your rules about as often as before: from " + change + ".";
    }

    private static String length(AlignReport.Start start, IterationReport last) {
        double change = last.meanChars() / start.meanChars() - 1;
        String share = percent(Math.abs(change));
        if (change > LONGER) {
            return "The replies grew by "
                    + share
                    + " in length; part of the gain may be length alone. At equal length the win"
                    + " rate is "
                    + percent(last.winRateLengthControlled().value())
                    + ".";
        }
        return "The replies are " + share + (change < 0 ? " shorter" : " longer") + " than before.";
    }

    private static String control(ControlReport control, IterationReport last) {
        boolean training = control.winRate().value() < last.winRate().value();
        if (control.name().startsWith("best-of")) {
            return "Picking the best of several replies without any training wins on "
                    + percent(control.winRate().value())
                    + (training
                            ? ", less than the trained model."
                            : ", no less than the trained model.");
        }
        return "The same training on pairs drawn by lot wins on "
                + percent(control.winRate().value())
                + (training
                        ? ", so the gain comes from the judgements."
                        : ", so the gain cannot be put down to the judgements.");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
