package dev.whetstone.runtime.memory;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.whetstone.runtime.model.DpoSettings;

/// Work with a model, as far as its memory depends on it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Workload.Generate.class, name = "generate"),
    @JsonSubTypes.Type(value = Workload.TrainDpo.class, name = "train-dpo")
})
public sealed interface Workload {
    /// @param prompts in all
    /// @param samples of each
    /// @param promptTokens longest prompt
    /// @param newTokens longest response
    record Generate(int prompts, int samples, int promptTokens, int newTokens)
            implements Workload {}

    /// @param rank of the LoRA adapter
    /// @param pairsPerStep pairs in one optimizer step
    /// @param promptTokens of the longest pair, 0 when not known
    /// @param tokens prompt and completion of the longest pair
    record TrainDpo(int rank, int pairsPerStep, int promptTokens, int tokens) implements Workload {
        /// The longest pair that the settings let pass.
        public static TrainDpo of(DpoSettings settings) {
            return new TrainDpo(
                    settings.lora().rank(), settings.pairsPerStep(), 0, settings.maxTokens());
        }
    }
}
