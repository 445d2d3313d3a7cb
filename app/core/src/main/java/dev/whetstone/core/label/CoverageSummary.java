package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The coverage table of a project: every rule's line and the totals.
///
/// @param pairs rows of the matrix
/// @param judged pairs that an expert judged
/// @param labelCoverage share of pairs with a vote
/// @param labelOverlap share with two votes or more
/// @param labelConflict share with votes for both sides
public record CoverageSummary(
        int pairs,
        int judged,
        double labelCoverage,
        double labelOverlap,
        double labelConflict,
        List<RuleSummary> rules) {
    public CoverageSummary {
        rules = List.copyOf(rules);
    }

    /// @param labels of the model in use, on the same votes
    public static CoverageSummary of(
            LabelMatrix votes, Gold gold, PairLengths lengths, PairLabels labels) {
        votes.requirePairs();
        LabelAnalysis analysis = new LabelAnalysis(votes);
        List<RuleSummary> rules = new ArrayList<>();
        double[] weights = labels.weights();
        for (int j = 0; j < votes.rules(); j++) {
            rules.add(line(votes, gold, lengths, analysis, labels.flips(j), weights[j], j));
        }
        return new CoverageSummary(
                votes.rows(),
                gold.size(),
                analysis.labelCoverage(),
                analysis.labelOverlap(),
                analysis.labelConflict(),
                rules);
    }

    private static RuleSummary line(
            LabelMatrix votes,
            Gold gold,
            PairLengths lengths,
            LabelAnalysis analysis,
            int flips,
            double weight,
            int rule) {
        int[] classes = gold.classes();
        for (int i = 0; i < classes.length; i++) {
            if (!gold.countsFor(i, rule)) {
                classes[i] = -1;
            }
        }
        int correct = analysis.correct(rule, classes);
        int incorrect = analysis.incorrect(rule, classes);
        long withLonger = count(votes, i -> votes.sign(i, rule) * lengths.longer(i) > 0);
        long withShorter = count(votes, i -> votes.sign(i, rule) * lengths.longer(i) < 0);
        int[] matched = classes.clone();
        for (int i = 0; i < matched.length; i++) {
            matched[i] = lengths.matched(i) ? classes[i] : -1;
        }
        int matchedCorrect = analysis.correct(rule, matched);
        int matchedVotes = matchedCorrect + analysis.incorrect(rule, matched);
        long judgedVotes = count(votes, i -> gold.judged(i) && votes.voted(i, rule));
        return new RuleSummary(
                votes.names().get(rule),
                analysis.polarity(rule),
                analysis.coverage(rule),
                analysis.overlaps(rule),
                analysis.conflicts(rule),
                correct,
                incorrect,
                Estimate.ofProportion(correct, correct + incorrect),
                votes.votesOf(rule) == 0 ? Double.NaN : weight,
                analysis.unique(rule),
                flips,
                Estimate.ofProportion(withLonger, withLonger + withShorter),
                Estimate.ofProportion(matchedCorrect, matchedVotes),
                (double) judgedVotes / gold.size());
    }

    private static long count(LabelMatrix votes, IntPredicate which) {
        return IntStream.range(0, votes.rows()).filter(which).count();
    }
}
