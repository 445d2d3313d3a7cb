package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a benchmark found.
///
/// @param figures its own, `seconds` among them
/// @param peakMegabytes high-water mark of resident memory of all processes that did the work
/// @param dtype what the work computes with
/// @param warmUp what was done before and is not counted
public record Measured(
        ObjectNode figures, double peakMegabytes, int threads, String dtype, String warmUp) {}
