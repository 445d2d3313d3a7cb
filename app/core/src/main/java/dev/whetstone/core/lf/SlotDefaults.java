package dev.whetstone.core.lf;

/// Starting values for slots that nothing has been fitted to yet, read off what a slot is compared
/// with: 20 words, a tone of 0.3, a sentiment of -0.1, a reading grade of 12, and so on.
public final class SlotDefaults {
    private SlotDefaults() {}

    /// Starting values for every slot of a rule.
    public static SlotValues of(Rule rule) {
        SlotValues[] values = {SlotValues.NONE};
        Terms.visit(
                rule,
                term -> {
                    if (term instanceof Bool.Compare(Num left, _, Num right)) {
                        values[0] =
                                withThreshold(withThreshold(values[0], left, right), right, left);
                    }
                });
        if (rule instanceof Rule.Prefer(_, Num measure, Margin.BySlot(Num.Slot slot), _)) {
            values[0] = values[0].with(slot.name(), margin(measure));
        }
        for (String name : Terms.slots(rule)) {
            if (values[0].get(name).isEmpty()) {
                values[0] = values[0].with(name, 1);
            }
        }
        return values[0];
    }

    private static SlotValues withThreshold(SlotValues values, Num slot, Num measure) {
        return slot instanceof Num.Slot(String name)
                ? values.with(name, threshold(measure))
                : values;
    }

    private static double threshold(Num measure) {
        if (measure instanceof Num.Quotient) {
            return 0.5;
        }
        if (!(measure instanceof Call call)) {
            return 1;
        }
        return switch (call.function()) {
            case WORDS, PROSE_WORDS -> 150;
            case CHARS -> 1_000;
            case SENTENCES, LINES -> 10;
            case FK_GRADE -> 12;
            case READING_EASE -> 50;
            case TTR -> 0.5;
            case MTLD -> 70;
            case TONE -> 0.3;
            case SENTIMENT -> -0.1;
            case OVERLAP, COPIED_SHARE, SCORE -> 0.5;
            case REPEATED_SHARE -> 0.15;
            case RATE -> 2;
            default -> 3;
        };
    }

    private static double margin(Num measure) {
        if (measure instanceof Num.Quotient) {
            return 0.1;
        }
        if (!(measure instanceof Call call)) {
            return 1;
        }
        return switch (call.function()) {
            case WORDS, PROSE_WORDS -> 20;
            case CHARS -> 100;
            case SENTENCES, LINES -> 2;
            case FK_GRADE -> 1;
            case READING_EASE, MTLD -> 5;
            case TTR, TONE, SENTIMENT, OVERLAP, COPIED_SHARE, REPEATED_SHARE, SCORE -> 0.1;
            case RATE -> 0.5;
            default -> 1;
        };
    }
}
