package dev.whetstone.core.lf;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Values of a rule's slots, kept beside the rule so that fitting them does not change its
/// identity.
public record SlotValues(Map<String, Double> values) {
    public static final SlotValues NONE = new SlotValues(Map.of());

    public SlotValues {
        values = Map.copyOf(values);
        values.forEach(
                (name, value) -> {
                    Names.check(name, "slot");
                    new Num.Constant(value);
                });
    }

    public OptionalDouble get(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The rule with its slots replaced by these values; slots without a value stay.
    public Rule fill(Rule rule) {
        return switch (rule) {
            case Rule.Judge(var verdict, var when) -> new Rule.Judge(verdict, filled(when));
            case Rule.Over(var when) -> new Rule.Over(filled(when));
            case Rule.Prefer(var direction, var measure, var margin, var gate) ->
                    new Rule.Prefer(
                            direction,
                            (Num) filled(measure),
                            margin instanceof Margin.BySlot(Num.Slot(var name))
                                            && values.containsKey(name)
                                    ? new Margin.By(value(name))
                                    : margin,
                            gate instanceof Gate.When(var when)
                                    ? new Gate.When(filled(when))
                                    : gate);
        };
    }

    private Bool filled(Bool condition) {
        return (Bool) filled((Arg) condition);
    }

    private Arg filled(Arg term) {
        return Terms.map(
                term,
                scope -> scope,
                slot ->
                        values.containsKey(slot.name())
                                ? new Num.Constant(value(slot.name()))
                                : slot);
    }

    private double value(String name) {
        return get(name).orElseThrow();
    }

    public SlotValues with(String name, double value) {
        Map<String, Double> changed = new HashMap<>(values);
        changed.put(name, value);
        return new SlotValues(changed);
    }
}
