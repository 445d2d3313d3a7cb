package dev.whetstone.engine.gguf;

import java.nio.ByteBuffer;

/// How a matrix is stored. Vectors are always F32.
public enum GgufType {
    F32(0, 0, 1, 4) {
        @Override
        void encode(float[] row, ByteBuffer out) {
            for (float value : row) {
                out.putFloat(value);
            }
        }
    },
    F16(1, 1, 1, 2) {
        @Override
        void encode(float[] row, ByteBuffer out) {
            for (float value : row) {
                out.putShort(Float.floatToFloat16(value));
            }
        }
    },
    /// Blocks of 32: their largest magnitude over 127 in fp16, then a byte for each value.
    Q8_0(8, 7, 32, 34) {
        @Override
        void encode(float[] row, ByteBuffer out) {
            for (int from = 0; from < row.length; from += 32) {
                float largest = 0;
                for (int i = from; i < from + 32; i++) {
                    largest = Math.max(largest, Math.abs(row[i]));
                }
                float step = largest / 127;
                float inverse = step == 0 ? 0 : 1 / step;
                out.putShort(Float.floatToFloat16(step));
                for (int i = from; i < from + 32; i++) {
                    out.put(rounded(row[i] * inverse));
                }
            }
        }
    };

    private final int code;
    private final int fileType;
    private final int block;
    private final int blockBytes;

    GgufType(int code, int fileType, int block, int blockBytes) {
        this.code = code;
        this.fileType = fileType;
        this.block = block;
        this.blockBytes = blockBytes;
    }

    /// The format's number for tensors of this type.
    int code() {
        return code;
    }

    /// `general.file_type` of a file whose matrices are of this type.
    int fileType() {
        return fileType;
    }

    /// Whether rows of so many values can be stored.
    boolean holds(int columns) {
        return columns % block == 0;
    }

    long bytes(long values) {
        return values / block * blockBytes;
    }

    /// @param row [#holds] its length
    abstract void encode(float[] row, ByteBuffer out);

    /// Halves away from zero, as the format's reference does.
    private static byte rounded(float value) {
        float whole = (float) Math.floor(Math.abs(value));
        float magnitude = Math.abs(value) - whole >= 0.5f ? whole + 1 : whole;
        return (byte) (value < 0 ? -magnitude : magnitude);
    }
}
