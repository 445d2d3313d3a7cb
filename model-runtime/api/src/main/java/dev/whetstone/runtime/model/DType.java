package dev.whetstone.runtime.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The type in which base weights are held and multiplied. Adapters, optimizer state, norms,
/// softmax and log-softmax are always fp32.
public enum DType {
    @JsonProperty("fp32")
    FP32,
    @JsonProperty("bf16")
    BF16
}
