package dev.whetstone.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/// Numbers of Java's, stored as an F64 tensor of one dimension.
public final class ArrayTensor implements StoredTensor {
    private final String name;
    private final double[] values;

    public ArrayTensor(String name, double[] values) {
        this.name = name;
        this.values = values.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StoredType type() {
        return StoredType.F64;
    }

    @Override
    public List<Long> shape() {
        return List.of((long) values.length);
    }

    @Override
    public void writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
