package dev.whetstone.runtime.loss;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether pairs count by how likely the policy itself would have written them.
public enum Weighting {
    @JsonProperty("none")
    NONE,
    /// WPO (Zhou and others 2024): a pair's loss is multiplied by both responses' mean token
    /// probability, relative to what the policy's own samples have; no gradient flows through it.
    @JsonProperty("wpo")
    WPO
}
