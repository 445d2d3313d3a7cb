package dev.whetstone.runtime.pack;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files of a folder are libraries, and where they belong in a pack.
final class LibraryNames {
    /// Of the engine's native sources; the engine looks for its bridge under this name.
    static final String BRIDGE_VERSION = "0.35.1";

    private static final Pattern LIBRARY =
            Pattern.compile("[A-Za-z0-9._+-]{1,120}(?:\\.so(?:\\.\\d+){0,4}|\\.dylib|\\.dll)");

    /// NVIDIA's and what needs them, which libtorch asks the system's loader for. The engine would
    /// load all of its own folder, wanted or not.
    private static final Pattern NVIDIA =
            Pattern.compile("(?:lib)?(?:cu|nccl|nv(?!fuser)|torch_nvshmem).*");

    /// For Python: no part of what runs here.
    private static final Set<String> UNUSED = Set.of("torch_python", "shm", "torch_global_deps");

    private LibraryNames() {}

    static String bridge() {
        return BRIDGE_VERSION + "-" + System.mapLibraryName("djl_torch");
    }

    static String torch() {
        return System.mapLibraryName("torch_cpu");
    }

    static boolean isLibrary(String name) {
        return LIBRARY.matcher(name).matches()
                && UNUSED.stream().noneMatch(unused -> name.equals(System.mapLibraryName(unused)));
    }

    /// Path below the pack's folder.
    static String place(String name) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        return (linux && NVIDIA.matcher(name).matches() ? "nvidia/" : "torch/") + name;
    }
}
