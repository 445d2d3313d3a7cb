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

    public SlotValues with(String name, double value) {
        Map<String, Double> changed = new HashMap<>(values);
        changed.put(name, value);
        return new SlotValues(changed);
    }
}
