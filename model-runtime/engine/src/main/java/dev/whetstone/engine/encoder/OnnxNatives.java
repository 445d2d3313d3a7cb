package dev.whetstone.engine.encoder;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// ONNX Runtime's libraries, unpacked once into a folder that stays. By itself ONNX Runtime unpacks
/// 22 MB into the temporary folder for each process and deletes them at an orderly exit only, which
/// a worker rarely has.
final class OnnxNatives {
    private static final String FOLDER = "onnxruntime.native.path";

    private OnnxNatives() {}

    /// Called before ONNX Runtime's first class loads; does nothing when somebody chose a folder.
    static void unpack() throws IOException {
        String cache = System.getenv("ENGINE_CACHE_DIR");
        if (cache == null || cache.isBlank() || System.getProperty(FOLDER) != null) {
            return;
        }
        String platform = platform();
        List<String> names =
                List.of(
                        System.mapLibraryName("onnxruntime"),
                        System.mapLibraryName("onnxruntime4j_jni"));
        for (String name : names) {
            URL source =
                    OnnxNatives.class.getResource(
                            "/ai/onnxruntime/native/" + platform + "/" + name);
            if (source == null) {
                throw new RuntimeFailure(
                        "encoder.native",
                        "this build holds no ONNX Runtime for " + platform,
                        "install the package for this platform");
            }
            copy(source, Path.of(cache, "onnxruntime", platform, name));
        }
        System.setProperty(FOLDER, Path.of(cache, "onnxruntime", platform).toString());
    }

    private static void copy(URL source, Path target) throws IOException {
        URLConnection connection = source.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            // another version has another length
            if (Files.exists(target) && Files.size(target) == connection.getContentLengthLong()) {
                return;
            }
            Files.createDirectories(target.getParent());
            Path beside = Files.createTempFile(target.getParent(), "native", ".part");
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// As ONNX Runtime names its folders.
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system =
                os.contains("win") && !os.contains("darwin")
                        ? "win"
                        : os.contains("mac") ? "osx" : "linux";
        return system + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "aarch64" : "x64");
    }
}
