package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotDefaults;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.vote.PairText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values of a rule's slots that agree with the pair which the rule was made for: whoever says "the
/// customer is angry" of a message tells us where angry begins.
public final class SlotFit {
    /// Never above 0: a text without any word of feeling is not an angry one.
    private static final double[] SENTIMENTS = {-0.05, 0, -0.2, -0.3, -0.5};

    private static final double[] TONES = {0.25, 0.2, 0.15, 0.1, 0.05, 0.4, 0.5, 0.6, 0.8};
    private static final double[] FACTORS = {0.75, 0.5, 0.25, 0.1, 1.5, 2, 3};

    private SlotFit() {}

    /// The starting values where the rule votes for the chosen reply under them; else those nearest
    /// to them, one slot changed, under which it does; else the starting values.
    ///
    /// @param pair the chosen reply first
    public static SlotValues of(Rule rule, PairText pair, Concepts concepts) {
        SlotValues start = SlotDefaults.of(rule);
        if (OwnPair.of(rule, start, pair, concepts) != OwnPair.SUPPORTS) {
            for (SlotValues tried : alternatives(rule, start)) {
                if (OwnPair.of(rule, tried, pair, concepts) == OwnPair.SUPPORTS) {
                    return tried;
                }
            }
        }
        return start;
    }

    private static List<SlotValues> alternatives(Rule rule, SlotValues start) {
        Map<String, Function> measures = measures(rule);
        List<SlotValues> found = new ArrayList<>();
        for (String name : Terms.slots(rule)) {
            double value = start.get(name).orElse(1);
            switch (measures.getOrDefault(name, Function.WORDS)) {
                case SENTIMENT -> add(found, start, name, SENTIMENTS, 1);
                case TONE -> add(found, start, name, TONES, 1);
                default -> add(found, start, name, FACTORS, value);
            }
        }
        return found;
    }

    private static void add(
            List<SlotValues> found, SlotValues start, String name, double[] values, double unit) {
        for (double value : values) {
            found.add(start.with(name, value * unit));
        }
    }

    /// What each slot is a threshold of; margins of preferences are left out.
    private static Map<String, Function> measures(Rule rule) {
        Map<String, Function> measures = new HashMap<>();
        Terms.visit(
                rule,
                term -> {
                    if (term
                            instanceof Bool.Compare(Call(var function, _), _, Num.Slot(var name))) {
                        measures.put(name, function);
                    }
                });
        return measures;
    }
}
