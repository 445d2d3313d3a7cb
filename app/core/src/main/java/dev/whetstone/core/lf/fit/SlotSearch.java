package dev.whetstone.core.lf.fit;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Margin;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.MeasureReader;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.RuleCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hipparchus.special.Beta;

/// Moves a rule's slots over the differences that judged pairs show, and finds the values under
/// which the choices are likeliest.
public final class SlotSearch {
    private static final double PRIOR_RIGHT = 7;
    private static final double PRIOR_WRONG = 3;

    /// Positions of one slider; with more differences than these their quantiles stand for them.
    private static final int MOST_POSITIONS = 60;

    /// A pair, and what was chosen: +1 the first response, -1 the second.
    public record Judged(PairFeatures pair, int side) {}

    private final Rule rule;
    private final List<Judged> judged;
    private final Concepts concepts;
    private final Detectors detectors;

    /// @param judged pairs with a preferred side
    public SlotSearch(Rule rule, List<Judged> judged, Concepts concepts) {
        this(rule, judged, concepts, Detectors.NONE);
    }

    /// @param judged pairs with a preferred side
    public SlotSearch(Rule rule, List<Judged> judged, Concepts concepts, Detectors detectors) {
        this.rule = rule;
        this.detectors = detectors;
        this.judged = List.copyOf(judged);
        this.concepts = concepts;
    }

    /// The slider of one slot, the others staying where they are.
    ///
    /// @throws IllegalArgumentException when the rule has no such slot, or it has no value
    public SlotScale scale(String name, SlotValues at) {
        if (!Terms.slots(rule).contains(name) || at.get(name).isEmpty()) {
            throw new IllegalArgumentException("the rule has no value for ?" + name);
        }
        double stands = at.get(name).orElseThrow();
        int[] present = votes(at);
        SlotPosition here = position(stands, present, present);
        List<SlotPosition> positions = new ArrayList<>();
        SlotPosition best = here;
        for (double value : candidates(name, at)) {
            SlotPosition position = position(value, votes(at.with(name, value)), present);
            positions.add(position);
            boolean likelier = position.logLikelihood() > best.logLikelihood() + 1e-12;
            boolean asLikely = Math.abs(position.logLikelihood() - best.logLikelihood()) <= 1e-12;
            boolean nearer = Math.abs(value - stands) < Math.abs(best.value() - stands);
            if (likelier || (asLikely && nearer && best != here)) {
                best = position;
            }
        }
        return new SlotScale(name, here, best, positions);
    }

    /// All slots moved to their likeliest values, one after the other, twice round.
    public SlotValues fit(SlotValues start) {
        SlotValues values = start;
        for (int round = 0; round < 2; round++) {
            for (String name : Terms.slots(rule)) {
                values = values.with(name, rounded(scale(name, values).best().value()));
            }
        }
        return values;
    }

    /// To four digits, which moves no vote on what was seen and reads better.
    private static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3);
        return Math.rint(value / unit) * unit;
    }

    private int[] votes(SlotValues values) {
        CompiledRule compiled = new RuleCompiler(concepts, detectors).compile(rule, values);
        return judged.stream().mapToInt(each -> compiled.explain(each.pair()).value()).toArray();
    }

    private SlotPosition position(double value, int[] votes, int[] present) {
        int right = 0;
        int wrong = 0;
        int kept = 0;
        int lost = 0;
        for (int i = 0; i < votes.length; i++) {
            int product = votes[i] * judged.get(i).side();
            right += product > 0 ? 1 : 0;
            wrong += product < 0 ? 1 : 0;
            kept += votes[i] != 0 && votes[i] == present[i] ? 1 : 0;
            lost += votes[i] == 0 && present[i] != 0 ? 1 : 0;
        }
        int silent = votes.length - right - wrong;
        double likelihood =
                Beta.logBeta(PRIOR_RIGHT + right, PRIOR_WRONG + wrong)
                        - Beta.logBeta(PRIOR_RIGHT, PRIOR_WRONG)
                        - silent * Math.log(2);
        return new SlotPosition(value, right, wrong, silent, kept, lost, likelihood);
    }

    /// Halfway between neighbouring values that were seen.
    private List<Double> candidates(String name, SlotValues at) {
        TreeSet<Double> seen = new TreeSet<>();
        Terms.visit(
                rule,
                term -> {
                    if (term instanceof Bool.Compare(Num left, _, Num right)) {
                        thresholds(left, right, name, at, seen);
                        thresholds(right, left, name, at, seen);
                    }
                });
        if (rule instanceof Rule.Prefer(_, Num measure, Margin.BySlot(Num.Slot slot), _)
                && slot.name().equals(name)) {
            differences(measure, at, seen);
        }
        List<Double> between = new ArrayList<>();
        for (double value : seen) {
            Double next = seen.higher(value);
            if (next != null) {
                between.add((value + next) / 2);
            }
        }
        return thinned(between);
    }

    private static List<Double> thinned(List<Double> values) {
        if (values.size() <= MOST_POSITIONS) {
            return values;
        }
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < MOST_POSITIONS; i++) {
            kept.add(values.get((int) ((long) i * (values.size() - 1) / (MOST_POSITIONS - 1))));
        }
        return kept;
    }

    private void thresholds(
            Num measure, Num slot, String name, SlotValues at, TreeSet<Double> seen) {
        if (slot instanceof Num.Slot(String own) && own.equals(name) && isOutsideLists(measure)) {
            MeasureReader reader = new MeasureReader(measure, concepts, detectors, at);
            for (Judged each : judged) {
                add(seen, reader.first(each.pair()));
                add(seen, reader.second(each.pair()));
            }
        }
    }

    /// A measure of `it` has no value outside its list.
    private static boolean isOutsideLists(Num measure) {
        return !Scopes.of(measure).contains(Scope.ITEM);
    }

    private void differences(Num measure, SlotValues at, TreeSet<Double> seen) {
        MeasureReader reader = new MeasureReader(measure, concepts, detectors, at);
        seen.add(0.0);
        for (Judged each : judged) {
            add(seen, Math.abs(reader.first(each.pair()) - reader.second(each.pair())));
        }
    }

    private static void add(TreeSet<Double> seen, double value) {
        if (Double.isFinite(value)) {
            seen.add(value);
        }
    }
}
