package dev.whetstone.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.ModuleCalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One call of a [Program]'s method: its arguments, then [#infer], [#compute] or [#record].
///
/// Handles of arguments and results are freed in every case: libtorch's do not belong to any
/// scope, and 12 KB a call would leak.
public final class Call {
    private final PtSymbolBlock module;
    private final String method;
    private final List<IValue> own = new ArrayList<>();
    private long[] handles = new long[8];
    private int count;

    Call(PtSymbolBlock module, String method) {
        this.module = module;
        this.method = method;
    }

    /// Adds a `Tensor`.
    public Call with(Tensor tensor) {
        return owned(IValue.from(tensor.array()));
    }

    /// Adds a `List[Tensor]`; may be empty.
    public Call with(List<Tensor> tensors) {
        return owned(TensorList.of(tensors));
    }

    /// Adds a `List[Tensor]` made before.
    public Call with(TensorList tensors) {
        return add(tensors.value().getHandle());
    }

    /// Adds an `int`.
    public Call with(long value) {
        return owned(IValue.from(value));
    }

    /// Adds a `float`.
    public Call with(double value) {
        return owned(IValue.from(value));
    }

    /// Adds a `List[int]` of at least one.
    public Call withInts(long... values) {
        return owned(IValue.listFrom(values));
    }

    /// Runs in inference mode: fastest, but the results can never take part in training.
    ///
    /// @return the method's tensors (one, a list or a tuple of them), owned by `out`
    public List<Tensor> infer(Scope out) {
        JniUtils.setGradMode(false);
        return run(out, false);
    }

    /// Runs without recording gradients; the results may be weights.
    public List<Tensor> compute(Scope out) {
        JniUtils.setGradMode(false);
        return run(out, true);
    }

    /// Runs recording gradients.
    public List<Tensor> record(Scope out) {
        JniUtils.setGradMode(true);
        try {
            return run(out, true);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private List<Tensor> run(Scope out, boolean training) {
        // the setting belongs to the thread, and any thread may be the one that computes
        JniUtils.setGraphExecutorOptimize(false);
        long[] arguments = Arrays.copyOf(handles, count);
        try (IValue result =
                training
                        ? ModuleCalls.compute(module, method, arguments)
                        : ModuleCalls.infer(module, method, arguments)) {
            NDList arrays = result.toNDList(out.manager());
            List<Tensor> tensors = new ArrayList<>(arrays.size());
            for (NDArray array : arrays) {
                tensors.add(new Tensor((PtNDArray) array));
            }
            return tensors;
        } finally {
            own.forEach(IValue::close);
            own.clear();
        }
    }

    private Call owned(IValue value) {
        own.add(value);
        return add(value.getHandle());
    }

    private Call add(long handle) {
        if (count == handles.length) {
            handles = Arrays.copyOf(handles, 2 * count);
        }
        handles[count++] = handle;
        return this;
    }
}
