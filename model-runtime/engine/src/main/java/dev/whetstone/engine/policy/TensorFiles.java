package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.StoredType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/// Moves tensors between safetensors files and memory.
public final class TensorFiles {
    private static final long PIECE = 1L << 30;

    private final Program program;

    /// @param program holds the methods of [TensorText]
    TensorFiles(Program program) {
        this.program = program;
    }

    /// For tensors alone, without a decoder.
    public static TensorFiles open(Scope scope) {
        return new TensorFiles(Program.compile(scope, TensorText.methods()));
    }

    /// A copy of a file's bytes as a tensor of another type.
    ///
    /// @param what names the tensor in the error
    /// @throws RuntimeFailure `weights.type` for types other than F16, BF16, F32, F64
    public Tensor decode(
            Scope scope,
            MemorySegment bytes,
            StoredType type,
            List<Long> shape,
            ElementType target,
            String what) {
        ElementType stored = element(type, what);
        long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
        try (Scope inner = scope.inner()) {
            List<Tensor> pieces = new ArrayList<>();
            for (long at = 0; at < bytes.byteSize(); at += PIECE) {
                long length = Math.min(PIECE, bytes.byteSize() - at);
                pieces.add(inner.bytes(bytes.asSlice(at, length).asByteBuffer()));
            }
            if (pieces.isEmpty()) {
                return program.call("zeros")
                        .withInts(sizes)
                        .with((long) target.code())
                        .compute(scope)
                        .getFirst();
            }
            return program.call("decode")
                    .with(pieces)
                    .with((long) stored.code())
                    .withInts(sizes)
                    .with((long) target.code())
                    .compute(scope)
                    .getFirst();
        }
    }

    /// Rows of a slot from `begin` on, to be written as the part that they are.
    StoredTensor rows(Tensor slot, Part part, int begin, StoredType type) {
        int end = begin + part.rows();
        return switch (part.orientation()) {
            case OUT_IN -> new Rows(slot, part.name(), part.storedShape(), begin, end, type);
            case IN_OUT -> new Columns(slot, part, begin, type);
        };
    }

    /// A whole tensor, to be written under a name.
    public StoredTensor whole(Tensor tensor, String name, StoredType type) {
        long[] sizes = tensor.shape();
        List<Long> shape = new ArrayList<>();
        for (long size : sizes) {
            shape.add(size);
        }
        return new Rows(tensor, name, List.copyOf(shape), 0, sizes[0], type);
    }

    static ElementType element(StoredType type, String what) {
        return switch (type) {
            case F16 -> ElementType.F16;
            case BF16 -> ElementType.BF16;
            case F32 -> ElementType.F32;
            case F64 -> ElementType.F64;
            default ->
                    throw new RuntimeFailure(
                            "weights.type",
                            "tensor '"
                                    + what
                                    + "' is stored as "
                                    + type
                                    + "; weights must be F16, BF16, F32 or F64",
                            "use the unquantised checkpoint");
        };
    }

    /// The part of a slot that a file's tensor of another orientation is.
    Tensor flip(Scope out, Tensor tensor, long begin, long end) {
        return program.call("flip").with(tensor).with(begin).with(end).compute(out).getFirst();
    }

    /// Rows of a slot that are columns in the file.
    private final class Columns implements StoredTensor {
        private final Tensor slot;
        private final Part part;
        private final int begin;
        private final StoredType type;

        Columns(Tensor slot, Part part, int begin, StoredType type) {
            this.slot = slot;
            this.part = part;
            this.begin = begin;
            this.type = type;
        }

        @Override
        public String name() {
            return part.name();
        }

        @Override
        public StoredType type() {
            return type;
        }

        @Override
        public List<Long> shape() {
            return part.storedShape();
        }

        @Override
        public void writeTo(WritableByteChannel channel) throws IOException {
            try (Scope inner = slot.scope().inner()) {
                Tensor flipped = flip(inner, slot, begin, (long) begin + part.rows());
                whole(flipped, part.name(), type).writeTo(channel);
            }
        }
    }

    private final class Rows implements StoredTensor {
        private final Tensor tensor;
        private final String name;
        private final List<Long> shape;
        private final long begin;
        private final long end;
        private final StoredType type;

        Rows(Tensor tensor, String name, List<Long> shape, long begin, long end, StoredType type) {
            this.tensor = tensor;
            this.name = name;
            this.shape = shape;
            this.begin = begin;
            this.end = end;
            this.type = type;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public StoredType type() {
            return type;
        }

        @Override
        public List<Long> shape() {
            return shape;
        }

        @Override
        public void writeTo(WritableByteChannel channel) throws IOException {
            long rowBytes = Math.max(1, tensor.size() / tensor.shape()[0] * type.bytes());
            long atOnce = Math.max(1, PIECE / rowBytes);
            for (long at = begin; at < end; at += atOnce) {
                ByteBuffer bytes = ByteBuffer.wrap(piece(at, Math.min(end, at + atOnce)));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }

        private byte[] piece(long from, long to) {
            try (Scope inner = tensor.scope().inner()) {
                return program.call("encode")
                        .with(tensor)
                        .with(from)
                        .with(to)
                        .with((long) element(type, name).code())
                        .compute(inner)
                        .getFirst()
                        .bytes();
            }
        }
    }
}
