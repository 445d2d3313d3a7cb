package dev.whetstone.engine.family;

import java.util.List;

/// Ids that config.json names.
///
/// @param bos the id put before a text, or [#NONE]
/// @param eos any of these ends a response; may be empty
/// @param pad the id that fills up rows, or [#NONE]
public record SpecialIds(int bos, List<Integer> eos, int pad) {
    /// Where a model has no such id.
    public static final int NONE = -1;

    public SpecialIds {
        eos = List.copyOf(eos);
    }
}
