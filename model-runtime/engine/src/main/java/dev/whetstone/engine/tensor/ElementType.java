package dev.whetstone.engine.tensor;

/// Element types as programs spell them: libtorch's numbers.
public enum ElementType {
    F16(5, 2),
    F32(6, 4),
    F64(7, 8),
    BF16(15, 2);

    private final int code;
    private final int bytes;

    ElementType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /// libtorch's number of the type.
    public int code() {
        return code;
    }

    /// Bytes of one element.
    public int bytes() {
        return bytes;
    }
}
