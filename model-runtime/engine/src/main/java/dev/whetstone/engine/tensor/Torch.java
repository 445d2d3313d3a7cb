package dev.whetstone.engine.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.model.Device;

/// Opens libtorch: offline, untracked, with a given number of threads.
public final class Torch {
    private Torch() {}

    /// The outermost scope of a computation on `device`.
    ///
    /// @throws RuntimeFailure `device.missing` where this machine has no such device
    public static Scope open(Device device) {
        Engine engine = engine();
        ai.djl.Device place =
                switch (device.name()) {
                    case "cpu" -> ai.djl.Device.cpu();
                    case "cuda" -> {
                        if (!engine.hasCapability("CUDA")) {
                            throw new RuntimeFailure(
                                    "device.missing",
                                    "this installation of libtorch has no CUDA",
                                    "use the device cpu, or import a GPU pack");
                        }
                        yield ai.djl.Device.gpu();
                    }
                    default ->
                            throw new RuntimeFailure(
                                    "device.missing",
                                    "unknown device '" + device.name() + "'",
                                    "use cpu or cuda");
                };
        int threads = device.threads() > 0 ? device.threads() : chosenThreads();
        if (JniUtils.getNumThreads() != threads) {
            JniUtils.setNumThreads(threads);
        }
        return new Scope((PtNDManager) engine.newBaseManager(place));
    }

    /// Version of libtorch.
    public static String version() {
        return engine().getVersion();
    }

    private static Engine engine() {
        prepare();
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new RuntimeFailure(
                    "engine.load",
                    "libtorch cannot be loaded: " + cause.getMessage(),
                    "Run: whetstone doctor",
                    e);
        }
    }

    private static int chosenThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    /// Must precede the first touch of DJL: its classes read these when they are loaded.
    private static void prepare() {
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("ai.djl.pytorch.graph_optimizer", "false");
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null && System.getenv(key) == null) {
            System.setProperty(key, value);
        }
    }
}
