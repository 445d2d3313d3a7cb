package dev.whetstone.services.pair;

import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;

/// A pair with its texts.
public record PairView(PairRef ref, Prompt prompt, Response a, Response b) {}
