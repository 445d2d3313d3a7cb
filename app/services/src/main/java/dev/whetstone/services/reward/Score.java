package dev.whetstone.services.reward;

/// @param value centred on the training responses, in units of the calibrated log-odds
/// @param uncertainty standard deviation over the ensemble
public record Score(double value, double uncertainty) {}
