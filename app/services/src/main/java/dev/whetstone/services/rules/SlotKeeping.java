package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotDefaults;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import java.util.Map;

/// What becomes of fitted sliders when a rule's text is edited.
final class SlotKeeping {
    private SlotKeeping() {}

    /// The values of those slots that the text still has; new ones stand where slots begin. None
    /// where no slot is left, or none was ever moved.
    static SlotValues kept(Rule rule, Map<String, Double> before) {
        SlotValues kept = SlotValues.NONE;
        for (String name : Terms.slots(rule)) {
            Double value = before.get(name);
            if (value != null) {
                kept = kept.with(name, value);
            }
        }
        if (kept.values().isEmpty()) {
            return kept;
        }
        for (Map.Entry<String, Double> start : SlotDefaults.of(rule).values().entrySet()) {
            if (kept.get(start.getKey()).isEmpty()) {
                kept = kept.with(start.getKey(), start.getValue());
            }
        }
        return kept;
    }
}
