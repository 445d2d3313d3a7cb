package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.label.HeldOut;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.pair.PairRef;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Which pairs are behind a figure.
final class Cells {
    private static final double NO_SIDE = 1e-9;

    private final Analysis of;
    private final ModelChoice model;

    private final Set<UUID> leftOut;

    /// @param leftOut comparisons without training
    Cells(Analysis of, ModelChoice model, Set<UUID> leftOut) {
        this.of = of;
        this.model = model;
        this.leftOut = leftOut;
    }

    PairSet members(Cell cell, PairSet within) {
        return all(cell).and(within);
    }

    private PairSet all(Cell cell) {
        return switch (cell) {
            case Cell.Voted(UUID rule) -> of.of(rule, of.votes()::voted);
            case Cell.Overlapping(UUID rule) ->
                    of.of(rule, j -> of.votes().voted(j).and(of.votes().overlapped()));
            case Cell.Conflicting(UUID rule) ->
                    of.of(rule, j -> of.votes().voted(j).and(of.votes().disputed()));
            case Cell.Correct(UUID rule) -> of.of(rule, of.summary()::correct);
            case Cell.Incorrect(UUID rule) -> of.of(rule, of.summary()::incorrect);
            case Cell.Alone(UUID rule) -> of.of(rule, of.votes()::alone);
            case Cell.Flipped(UUID rule) ->
                    of.of(rule, j -> of.flipped(of.labels(model), j, of.votes().covered()));
            case Cell.Both(UUID rule, UUID other) ->
                    of.of(rule, j -> of.of(other, k -> of.votes().voted(j).and(voted(k))));
            case Cell.Against(UUID rule, UUID other) ->
                    of.of(rule, j -> of.of(other, k -> against(j, k)));
            case Cell.All() -> PairSet.all(of.pairs());
            case Cell.Judged() -> of.summary().judged();
            case Cell.Covered() -> of.votes().covered();
            case Cell.Uncovered() -> PairSet.all(of.pairs()).minus(of.votes().covered());
            case Cell.Overlapped() -> of.votes().overlapped();
            case Cell.Disputed() -> of.votes().disputed();
            case Cell.Sure(double low, double high) -> sure(low, high);
            case Cell.Group(String title, var pairs) -> group(new HashSet<>(pairs));
            case Cell.PeopleDiffer() -> Agreements.disagreed(of.ballot());
            case Cell.TwoDiffer(String first, String second) ->
                    Agreements.differ(of.ballot(), first, second);
            case Cell.LeftOut() ->
                    PairSet.of(
                            of.pairs(),
                            i -> leftOut.contains(of.ballot().pairs().get(i).ref().comparisonId()));
            case Cell.AgainstExperts() -> againstExperts(of.labels(model));
        };
    }

    private PairSet voted(int rule) {
        return of.votes().voted(rule);
    }

    private PairSet against(int rule, int other) {
        return of.votes()
                .forA(rule)
                .and(of.votes().forB(other))
                .or(of.votes().forB(rule).and(of.votes().forA(other)));
    }

    private PairSet sure(double low, double high) {
        if (!of.canHoldOut()) {
            return of.none();
        }
        HeldOut held = of.heldOut(model);
        Predictions all = held.predictions(row -> true);
        int[] rows = held.rows();
        Set<Integer> in = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            double sure = Math.max(all.p(i), 1 - all.p(i));
            if (sure >= low && (sure < high || high >= 1)) {
                in.add(rows[i]);
            }
        }
        return PairSet.of(of.pairs(), in::contains);
    }

    private PairSet group(Set<PairRef> pairs) {
        return PairSet.of(of.pairs(), i -> pairs.contains(of.ballot().pairs().get(i).ref()));
    }

    private PairSet againstExperts(PairLabels labels) {
        PairSet known = of.votes().covered().and(of.summary().judged());
        return PairSet.of(
                of.pairs(),
                i ->
                        known.contains(i)
                                && Math.abs(labels.logOdds(i)) > NO_SIDE
                                && of.ballot().choices().side(i) * labels.logOdds(i) < 0);
    }
}
