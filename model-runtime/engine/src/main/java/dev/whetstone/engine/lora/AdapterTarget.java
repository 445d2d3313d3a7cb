package dev.whetstone.engine.lora;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.TensorNames.Orientation;

/// The model that an adapter is for, as its settings tell PEFT.
///
/// @param base where the model is
/// @param task what the model does
/// @param orientation of the matrices of its layers: PEFT adds B A to a turned one transposed
public record AdapterTarget(String base, Task task, Orientation orientation) {
    /// What the adapted model does.
    public enum Task {
        /// Writes texts.
        CAUSAL_LM,
        /// Scores texts by a head that the adapter brings along.
        SEQ_CLS
    }

    /// A decoder as it is configured.
    ///
    /// @param base where the model is
    public static AdapterTarget of(String base, DecoderConfig config) {
        return new AdapterTarget(
                base,
                config.head() == DecoderConfig.Head.SCORE ? Task.SEQ_CLS : Task.CAUSAL_LM,
                config.block().names().orientation());
    }
}
