package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.services.label.Labeller;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.pair.PromptLead;
import dev.whetstone.services.rules.ProjectRules;
import dev.whetstone.services.rules.RuleState;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Voting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Coverage over the votes of the active rules.
public final class ProjectCoverage implements Coverage {
    private static final int LEAD = 160;

    private final Voting voting;
    private final ProjectRules rules;

    public ProjectCoverage(Voting voting, ProjectRules rules) {
        this.voting = voting;
        this.rules = rules;
    }

    @Override
    public CoverageReport report() {
        Ballot ballot = voting.ballot();
        var votes = new Votes(ballot);
        int pairs = ballot.pairs().size();
        Estimate labels = Labeller.heldOut(ModelChoice.AUTO, ballot);
        Estimate majority = Labeller.heldOut(ModelChoice.MAJORITY, ballot);
        return new CoverageReport(
                new Totals(
                        pairs,
                        ballot.choices().judged(),
                        ballot.rules().size(),
                        share(pairs, i -> votes.voters(i) >= 1),
                        share(pairs, i -> votes.voters(i) >= 2),
                        share(pairs, votes::disputed),
                        labels.value(),
                        labels.low(),
                        labels.high(),
                        majority.value()),
                rules.list().stream().filter(row -> row.state() == RuleState.ACTIVE).toList(),
                table(ballot, (x, y) -> x != 0 && y != 0),
                table(ballot, (x, y) -> x * y < 0));
    }

    private static double share(int pairs, IntPredicate which) {
        return pairs == 0 ? 0 : (double) IntStream.range(0, pairs).filter(which).count() / pairs;
    }

    private static List<List<Double>> table(Ballot ballot, BiPredicate<Integer, Integer> counts) {
        List<List<Double>> table = new ArrayList<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            List<Double> row = new ArrayList<>();
            for (int k = 0; k < ballot.rules().size(); k++) {
                int first = j;
                int second = k;
                row.add(
                        share(
                                ballot.pairs().size(),
                                i -> counts.test(ballot.vote(i, first), ballot.vote(i, second))));
            }
            table.add(row);
        }
        return table;
    }

    @Override
    public List<CellRow> open(Cell cell, int limit) {
        Ballot ballot = voting.ballot();
        PairLabels labels = Labeller.fit(ModelChoice.AUTO, ballot);
        IntPredicate in = members(cell, ballot, labels);
        IntStream pairs = IntStream.range(0, ballot.pairs().size()).filter(in);
        if (cell instanceof Cell.AgainstExperts) {
            pairs =
                    pairs.boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            i -> -Math.abs(gap(ballot, labels, i))))
                            .mapToInt(i -> i);
        }
        return pairs.limit(limit).mapToObj(i -> row(ballot, labels, i)).toList();
    }

    private static double ruled(PairLabels labels, int pair) {
        return 1 / (1 + Math.exp(-labels.label(pair).logOdds()));
    }

    private static double gap(Ballot ballot, PairLabels labels, int pair) {
        return ruled(labels, pair) - ballot.choices().preference(pair);
    }

    private static IntPredicate members(Cell cell, Ballot ballot, PairLabels labels) {
        Votes votes = new Votes(ballot);
        return switch (cell) {
            case Cell.Voted(UUID rule) -> votes.by(rule, (i, v) -> true);
            case Cell.Overlapping(UUID rule) -> votes.by(rule, (i, v) -> votes.voters(i) >= 2);
            case Cell.Conflicting(UUID rule) -> votes.by(rule, (i, v) -> votes.disputed(i));
            case Cell.Correct(UUID rule) ->
                    votes.by(rule, (i, v) -> ballot.choices().side(i) * v > 0);
            case Cell.Incorrect(UUID rule) ->
                    votes.by(rule, (i, v) -> ballot.choices().side(i) * v < 0);
            case Cell.Both(UUID rule, UUID other) ->
                    votes.by(rule, (i, v) -> votes.of(other, i) != 0);
            case Cell.Against(UUID rule, UUID other) ->
                    votes.by(rule, (i, v) -> votes.of(other, i) * v < 0);
            case Cell.Uncovered() -> i -> votes.voters(i) == 0;
            case Cell.Disputed() -> votes::disputed;
            case Cell.AgainstExperts() ->
                    i ->
                            votes.voters(i) > 0
                                    && ballot.choices().side(i) * (ruled(labels, i) - .5) < 0;
        };
    }

    private static CellRow row(Ballot ballot, PairLabels labels, int pair) {
        var label = labels.label(pair);
        String strongest =
                label.contributions().stream()
                        .max(Comparator.comparingDouble(part -> Math.abs(part.logOdds())))
                        .map(part -> part.rule())
                        .orElse("");
        return new CellRow(
                ballot.pairs().get(pair).ref(),
                PromptLead.of(ballot.pairs().get(pair).prompt().text(), LEAD),
                ruled(labels, pair),
                ballot.choices().preference(pair),
                strongest);
    }
}
