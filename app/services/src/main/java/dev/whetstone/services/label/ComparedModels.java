package dev.whetstone.services.label;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.label.CoverageSummary;
import dev.whetstone.core.label.FamilySuggestions;
import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.MajorityVote;
import dev.whetstone.core.label.PairLengths;
import dev.whetstone.core.label.RuleFamilies;
import dev.whetstone.core.label.RuleSummary;
import dev.whetstone.core.label.compare.Contenders;
import dev.whetstone.core.label.compare.KnownPairs;
import dev.whetstone.core.label.compare.LabelComparison;
import dev.whetstone.core.lf.MeasuredThings;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.core.lf.vote.VoteMatrix;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.vote.RuleFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/// Every label model on a rules file's votes and pairs with known answers, a few of which are taken
/// as judged.
///
/// @param groups questions among the pairs
/// @param rules figures on all pairs, each counted as judged
/// @param families that the program suggests; models with families take them as confirmed
/// @param longest how often the longer response is the preferred one; equal lengths left out
public record ComparedModels(
        int pairs,
        int groups,
        List<RuleSummary> rules,
        List<List<String>> families,
        Estimate longest,
        LabelComparison.Result result,
        double seconds) {
    public ComparedModels {
        rules = List.copyOf(rules);
        families = families.stream().map(List::copyOf).toList();
    }

    /// @throws ServiceException for a bad file, or settings that leave nothing to measure
    public static ComparedModels of(
            Path pairs, Path rules, LabelComparison comparison, Progress progress) {
        long from = System.nanoTime();
        LabelledPairs labelled = LabelledPairs.read(pairs);
        RulesFile file = RuleFiles.read(rules);
        progress.stage("Counting votes");
        LabelMatrix votes = votes(labelled, file);
        List<List<Integer>> families = families(votes, file);
        double[] answers = labelled.answers().stream().mapToDouble(v -> v).toArray();
        progress.stage("Comparing label models");
        try {
            LabelComparison.Result result =
                    comparison.run(
                            new KnownPairs(votes, answers, labelled.groups()),
                            Contenders.all(RuleFamilies.weights(votes.rules(), families)),
                            done -> {
                                progress.safePoint();
                                progress.units(done, comparison.draws());
                            });
            PairLengths lengths = lengths(labelled);
            Gold gold = new Gold(answers, Set.of());
            return new ComparedModels(
                    votes.rows(),
                    new HashSet<>(labelled.groups()).size(),
                    CoverageSummary.of(votes, gold, lengths, new MajorityVote().label(votes, gold))
                            .rules(),
                    families.stream()
                            .map(places -> places.stream().map(votes.names()::get).toList())
                            .toList(),
                    longest(labelled.texts(), answers),
                    result,
                    (System.nanoTime() - from) / 1e9);
        } catch (IllegalArgumentException e) {
            throw new ServiceException("label.compare", String.valueOf(e.getMessage()), "", e);
        }
    }

    /// What would be suggested to a person before anything is judged.
    private static List<List<Integer>> families(LabelMatrix votes, RulesFile file) {
        return FamilySuggestions.suggest(
                        votes,
                        Gold.none(votes.rows()),
                        file.rules().stream().map(rule -> MeasuredThings.of(rule.rule())).toList())
                .stream()
                .map(FamilySuggestions.Suggestion::rules)
                .toList();
    }

    private static LabelMatrix votes(LabelledPairs pairs, RulesFile file) {
        RuleCompiler compiler =
                new RuleCompiler(StarterConcepts.concepts().overlaidBy(file.concepts()));
        VoteMatrix counted =
                new VoteEngine(ForkJoinPool.commonPool())
                        .vote(
                                pairs.texts(),
                                file.rules().stream()
                                        .map(rule -> compiler.compile(rule.rule()))
                                        .toList());
        int[][] signs = new int[counted.rows()][counted.columns()];
        for (int i = 0; i < signs.length; i++) {
            for (int j = 0; j < signs[i].length; j++) {
                signs[i][j] = counted.vote(i, j);
            }
        }
        return LabelMatrix.ofPairs(
                file.rules().stream().map(RulesFile.NamedRule::name).toList(), signs);
    }

    private static PairLengths lengths(LabelledPairs pairs) {
        return new PairLengths(
                pairs.texts().stream().mapToInt(pair -> length(pair.first())).toArray(),
                pairs.texts().stream().mapToInt(pair -> length(pair.second())).toArray());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Estimate longest(List<PairText> pairs, double[] answers) {
        double right = 0;
        int counted = 0;
        for (int i = 0; i < answers.length; i++) {
            int longer =
                    Integer.compare(length(pairs.get(i).first()), length(pairs.get(i).second()));
            if (longer != 0 && answers[i] != .5) {
                right += longer > 0 == answers[i] > .5 ? 1 : 0;
                counted++;
            }
        }
        return Estimate.ofProportion(right, counted);
    }
}
