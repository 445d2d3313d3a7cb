package dev.whetstone.core.lf.fit;

import java.util.List;

/// A slot's slider: every value at which the votes on judged pairs change, and the best of them.
///
/// @param name without the question mark
/// @param value where it stands
/// @param best the likeliest; where it stands when no value is likelier
/// @param positions ascending by value; empty where no judged pair moves with it
public record SlotScale(
        String name, SlotPosition value, SlotPosition best, List<SlotPosition> positions) {
    public SlotScale {
        positions = List.copyOf(positions);
    }
}
