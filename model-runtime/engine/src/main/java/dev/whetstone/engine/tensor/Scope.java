package dev.whetstone.engine.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Owns tensors, lists of tensors, programs and inner scopes, and frees them all when it closes.
public final class Scope implements AutoCloseable {
    private final PtNDManager manager;

    Scope(PtNDManager manager) {
        this.manager = manager;
    }

    PtNDManager manager() {
        return manager;
    }

    /// Whether tensors lie in the memory of a GPU.
    public boolean onDevice() {
        return manager.getDevice().isGpu();
    }

    /// A scope within this one, for a step.
    public Scope inner() {
        return new Scope((PtNDManager) manager.newSubManager());
    }

    /// An int64 tensor.
    public Tensor longs(long[] values, long... shape) {
        ByteBuffer data = direct(8L * values.length);
        data.asLongBuffer().put(values);
        return create(data, DataType.INT64, shape);
    }

    /// An fp32 tensor.
    public Tensor floats(float[] values, long... shape) {
        ByteBuffer data = direct(4L * values.length);
        data.asFloatBuffer().put(values);
        return create(data, DataType.FLOAT32, shape);
    }

    /// An fp64 tensor.
    public Tensor doubles(double[] values, long... shape) {
        ByteBuffer data = direct(8L * values.length);
        data.asDoubleBuffer().put(values);
        return create(data, DataType.FLOAT64, shape);
    }

    /// A uint8 tensor over a direct buffer. On the CPU it reads that very memory, so the memory
    /// must outlive it.
    public Tensor bytes(ByteBuffer data) {
        if (!data.isDirect()) {
            throw new IllegalArgumentException("the buffer must be direct");
        }
        return create(
                data.slice().order(ByteOrder.nativeOrder()), DataType.UINT8, data.remaining());
    }

    /// A list that is handed to many calls; made once, since making it costs as much as a small
    /// operator.
    public TensorList list(List<Tensor> tensors) {
        return TensorList.in(this, tensors);
    }

    @Override
    public void close() {
        manager.close();
    }

    private static ByteBuffer direct(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    private Tensor create(ByteBuffer data, DataType type, long... shape) {
        PtNDArray array =
                JniUtils.createNdFromByteBuffer(
                        manager,
                        data,
                        new Shape(shape),
                        type,
                        SparseFormat.DENSE,
                        manager.getDevice());
        return new Tensor(array);
    }
}
