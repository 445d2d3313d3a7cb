package dev.whetstone.engine.gguf;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.TensorInfo;
import dev.whetstone.engine.weights.WeightFolder;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// Rows of a checkpoint's tensors in fp32.
final class CheckpointRows {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final WeightFolder folder;
    private final Arena arena;
    private final Map<String, MemorySegment> mapped = new HashMap<>();

    /// @param arena keeps the files mapped while rows are read
    CheckpointRows(WeightFolder folder, Arena arena) {
        this.folder = folder;
        this.arena = arena;
    }

    /// @param name of the tensor
    /// @param row of `columns` values; 0 for a vector
    float[] row(String name, int row, int columns) {
        var info = folder.info(name);
        var bytes = mapped.computeIfAbsent(name, tensor -> folder.map(tensor, arena));
        var from = (long) row * columns;
        var values = new float[columns];
        for (var i = 0; i < columns; i++) {
            values[i] = value(info, bytes, from + i);
        }
        return values;
    }

    private static float value(TensorInfo info, MemorySegment bytes, long index) {
        return switch (info.type()) {
            case F32 -> bytes.getAtIndex(FLOAT, index);
            case F16 -> Float.float16ToFloat(bytes.getAtIndex(SHORT, index));
            case BF16 -> Float.intBitsToFloat(bytes.getAtIndex(SHORT, index) << 16);
            case F64 -> (float) bytes.getAtIndex(DOUBLE, index);
            default ->
                    throw new RuntimeFailure(
                            "weights.type",
                            "tensor '" + info.name() + "' is stored as " + info.type(),
                            "use the unquantised checkpoint");
        };
    }
}
