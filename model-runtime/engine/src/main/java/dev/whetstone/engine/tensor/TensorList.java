package dev.whetstone.engine.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/// Tensors handed to programs as one `List[Tensor]`. The list holds its tensors alive.
public final class TensorList implements AutoCloseable {
    private final IValue value;

    private TensorList(IValue value) {
        this.value = value;
    }

    static TensorList in(Scope scope, List<Tensor> tensors) {
        IValue value = of(tensors);
        scope.manager().attachInternal(value.getUid(), value);
        return new TensorList(value);
    }

    static IValue of(List<Tensor> tensors) {
        return IValue.listFrom(tensors.stream().map(Tensor::array).toArray(PtNDArray[]::new));
    }

    IValue value() {
        return value;
    }

    @Override
    public void close() {
        value.close();
    }
}
