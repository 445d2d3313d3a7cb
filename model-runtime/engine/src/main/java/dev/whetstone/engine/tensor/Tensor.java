package dev.whetstone.engine.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// An array of libtorch's, owned by a [Scope]. Maths happens in [Program]s alone.
public final class Tensor implements AutoCloseable {
    private final PtNDArray array;

    Tensor(PtNDArray array) {
        this.array = array;
    }

    PtNDArray array() {
        return array;
    }

    /// Sizes, outermost first.
    public long[] shape() {
        return array.getShape().getShape();
    }

    /// Number of elements.
    public long size() {
        return array.getShape().size();
    }

    /// Elements of an fp32 tensor, row-major.
    ///
    /// @throws IllegalStateException for another type
    public float[] floats() {
        require(DataType.FLOAT32);
        float[] result = new float[Math.toIntExact(size())];
        buffer().asFloatBuffer().get(result);
        return result;
    }

    /// Elements of an fp64 tensor, row-major.
    public double[] doubles() {
        require(DataType.FLOAT64);
        double[] result = new double[Math.toIntExact(size())];
        buffer().asDoubleBuffer().get(result);
        return result;
    }

    /// Elements of an int64 tensor, row-major.
    public long[] longs() {
        require(DataType.INT64);
        long[] result = new long[Math.toIntExact(size())];
        buffer().asLongBuffer().get(result);
        return result;
    }

    /// Bytes of a uint8 tensor.
    public byte[] bytes() {
        require(DataType.UINT8);
        byte[] result = new byte[Math.toIntExact(size())];
        buffer().get(result);
        return result;
    }

    /// The single element of an fp32 tensor.
    public float single() {
        float[] all = floats();
        if (all.length != 1) {
            throw new IllegalStateException("a tensor of " + all.length + " is no single value");
        }
        return all[0];
    }

    /// Makes gradients with respect to this tensor available to programs that record.
    public void recordGradients() {
        JniUtils.attachGradient(array, true);
    }

    /// A scope that owns this tensor.
    public Scope scope() {
        return new Scope(array.getManager());
    }

    /// Puts this tensor in the care of another scope.
    public Tensor moveTo(Scope scope) {
        array.attach(scope.manager());
        return this;
    }

    @Override
    public void close() {
        array.close();
    }

    private void require(DataType type) {
        if (array.getDataType() != type) {
            throw new IllegalStateException(
                    "a tensor of " + array.getDataType() + " was read as " + type);
        }
    }

    private ByteBuffer buffer() {
        return JniUtils.getByteBuffer(array, false).order(ByteOrder.nativeOrder());
    }
}
