package dev.whetstone.services.winrate;

/// Whether, and how, length is held equal.
public enum Control {
    NONE,
    /// AlpacaEval's minimal model: length alone.
    MINIMAL,
    /// AlpacaEval's three features: length, difficulty of the prompt, and the model.
    FULL
}
