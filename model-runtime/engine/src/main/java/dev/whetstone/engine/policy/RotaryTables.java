package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Positions;
import dev.whetstone.engine.family.Rope;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;

/// Cosines and sines of the rotary embedding for as many places as were asked for. Where the
/// frequencies depend on the length of the call, those of the latest are kept.
final class RotaryTables {
    private static final int LEAST = 256;

    private final Scope scope;
    private final Program program;
    private final DecoderConfig config;
    private List<Tensor> tables = List.of();
    private int places;
    private int group;

    RotaryTables(Scope scope, Program program, DecoderConfig config) {
        this.scope = scope;
        this.program = program;
        this.config = config;
    }

    /// @param length places of the call, padding included
    Tensor cosines(int length) {
        grow(length);
        return tables.get(0);
    }

    /// As [#cosines].
    Tensor sines(int length) {
        grow(length);
        return tables.get(1);
    }

    private void grow(int length) {
        switch (config.positions()) {
            case Rope rope -> rotary(rope, length);
            case Positions.Learned learned -> none();
        }
    }

    /// Programs without rotary positions take tables too, and do not look at them.
    private void none() {
        if (tables.isEmpty()) {
            tables = List.of(scope.floats(new float[1], 1), scope.floats(new float[1], 1));
        }
    }

    private void rotary(Rope rope, int length) {
        int wantedGroup = rope.group(length);
        if (length <= places && wantedGroup == group) {
            return;
        }
        // frequencies of one length alone are used for no more places than that
        int wanted =
                rope.group(length) == rope.group(length + 1)
                        ? Math.max(LEAST, Integer.highestOneBit(length - 1) * 2)
                        : length;
        float[] frequencies = rope.inverseFrequencies(config.headDim(), length);
        try (Scope inner = scope.inner()) {
            Tensor input = inner.floats(frequencies, frequencies.length);
            List<Tensor> made =
                    program.call("rotary")
                            .with(input)
                            .with((long) wanted)
                            .with(rope.attentionScaling())
                            .with((long) ElementType.F32.code())
                            .compute(scope);
            tables.forEach(Tensor::close);
            tables = made;
            places = wanted;
            group = wantedGroup;
        }
    }
}
