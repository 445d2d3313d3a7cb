package dev.whetstone.engine.tensor;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Compiled TorchScript methods. A program is used by one thread at a time.
public final class Program implements AutoCloseable {
    private final PtSymbolBlock module;

    private Program(PtSymbolBlock module) {
        this.module = module;
    }

    /// @param methods TorchScript in the spelling of saved archives: `self: __torch__.M`, ATen
    ///     names, dtypes as integers, indented by two blanks
    /// @throws ai.djl.engine.EngineException where libtorch refuses the text, with the line
    public static Program compile(Scope scope, String methods) {
        try {
            return new Program(
                    JniUtils.loadModule(
                            scope.manager(),
                            new ByteArrayInputStream(Archive.of(methods)),
                            false,
                            false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether libtorch knows every operator of the methods.
    public static boolean compiles(Scope scope, String methods) {
        try (Scope inner = scope.inner();
                Program program = compile(inner, methods)) {
            return program != null;
        } catch (EngineException e) {
            return false;
        }
    }

    /// A call of a method; add its arguments in their order, then run it once.
    public Call call(String method) {
        return new Call(module, method);
    }

    @Override
    public void close() {
        module.close();
    }
}
