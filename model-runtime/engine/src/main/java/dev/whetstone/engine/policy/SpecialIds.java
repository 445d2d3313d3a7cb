package dev.whetstone.engine.policy;

import java.util.List;
import java.util.OptionalInt;

/// Ids that config.json names.
///
/// @param bos the id put before a text, if the model has one
/// @param eos any of these ends a response; may be empty
/// @param pad the id that fills up rows, if the model has one
public record SpecialIds(OptionalInt bos, List<Integer> eos, OptionalInt pad) {
    public SpecialIds {
        eos = List.copyOf(eos);
    }
}
