package dev.whetstone.runtime.pack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The variables that make the engine load a pack's libraries instead of the bundled ones.
public final class PackEnvironment {
    private PackEnvironment() {}

    /// @param folder of the pack in its store
    /// @param current variables of this process
    public static Map<String, String> of(
            EnginePack pack, Path folder, Map<String, String> current) {
        Path torch = folder.resolve("torch");
        Map<String, String> environment = new HashMap<>();
        environment.put("PYTORCH_LIBRARY_PATH", torch.toString());
        environment.put("PYTORCH_VERSION", pack.version());
        environment.put("PYTORCH_FLAVOR", pack.flavor());
        String search = searchPath();
        List<String> places = new ArrayList<>();
        places.add(torch.toString());
        places.add(folder.resolve("nvidia").toString());
        String before = current.getOrDefault(search, "");
        if (!before.isBlank()) {
            places.add(before);
        }
        environment.put(search, String.join(File.pathSeparator, places));
        return environment;
    }

    /// Where the system's loader looks for what libraries need.
    private static String searchPath() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("win")
                ? "PATH"
                : system.startsWith("mac") ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
    }
}
