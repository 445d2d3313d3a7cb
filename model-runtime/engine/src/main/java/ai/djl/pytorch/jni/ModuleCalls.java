package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;
import org.jspecify.annotations.NullMarked;

/// Calls a module's method with any arguments and with gradients, which DJL offers only for
/// arrays. It is in DJL's package because the library class is visible there alone.
@NullMarked
public final class ModuleCalls {
    private ModuleCalls() {}

    /// Runs in inference mode: the results can then never be trained on.
    ///
    /// @return the result; the caller closes it
    public static IValue infer(PtSymbolBlock module, String method, long[] arguments) {
        return run(module, method, arguments, false);
    }

    /// Runs as the thread's gradient mode says.
    ///
    /// @return the result; the caller closes it
    public static IValue compute(PtSymbolBlock module, String method, long[] arguments) {
        return run(module, method, arguments, true);
    }

    private static IValue run(
            PtSymbolBlock module, String method, long[] arguments, boolean training) {
        return new IValue(
                PyTorchLibrary.LIB.moduleRunMethod(
                        module.getHandle(), method, arguments, training, false));
    }
}
