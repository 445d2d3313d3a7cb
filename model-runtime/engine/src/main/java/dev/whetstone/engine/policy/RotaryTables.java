package dev.whetstone.engine.policy;

import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;

/// Cosines and sines of the rotary embedding for as many places as were asked for.
final class RotaryTables {
    private static final int LEAST = 256;

    private final Scope scope;
    private final Program program;
    private final DecoderConfig config;
    private final ElementType type;
    private List<Tensor> tables = List.of();
    private int places;

    RotaryTables(Scope scope, Program program, DecoderConfig config, ElementType type) {
        this.scope = scope;
        this.program = program;
        this.config = config;
        this.type = type;
    }

    Tensor cosines(int atLeast) {
        grow(atLeast);
        return tables.get(0);
    }

    Tensor sines(int atLeast) {
        grow(atLeast);
        return tables.get(1);
    }

    private void grow(int atLeast) {
        if (atLeast <= places) {
            return;
        }
        int wanted = Math.max(LEAST, Integer.highestOneBit(atLeast - 1) * 2);
        float[] frequencies = config.rope().inverseFrequencies(config.headDim());
        try (Scope inner = scope.inner()) {
            Tensor input = inner.floats(frequencies, frequencies.length);
            List<Tensor> made =
                    program.call("rotary")
                            .with(input)
                            .with((long) wanted)
                            .with(config.rope().attentionScaling())
                            .with((long) type.code())
                            .compute(scope);
            tables.forEach(Tensor::close);
            tables = made;
            places = wanted;
        }
    }
}
