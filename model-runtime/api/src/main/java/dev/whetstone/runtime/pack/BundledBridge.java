package dev.whetstone.runtime.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/// The bridges that come with the engine: for one version of libtorch, each for some systems.
final class BundledBridge {
    private BundledBridge() {}

    /// @throws PackFailure `engine.bridge` where there is none for this build
    static PackSource.Bytes find(List<Path> jars, Build build) throws IOException {
        String jarName =
                "pytorch-jni-%s-%s.jar".formatted(build.version(), LibraryNames.BRIDGE_VERSION);
        String entry =
                "jnilib/%s/%s/%s"
                        .formatted(platform(), build.flavor(), System.mapLibraryName("djl_torch"));
        for (Path jar : jars) {
            if (jar.endsWith(jarName)) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    if (zip.getEntry(entry) != null) {
                        return new PackSource.Bytes.InJar(jar, entry);
                    }
                }
            }
        }
        throw new PackFailure(
                "engine.bridge",
                "There is no bridge to libtorch %s (%s) for %s: the folder holds no %s."
                        .formatted(
                                build.version(), build.flavor(), platform(), LibraryNames.bridge()),
                "Build one for this libtorch and lay it beside its libraries.");
    }

    /// As the engine's jars spell it.
    static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String os = system.startsWith("win") ? "win" : system.startsWith("mac") ? "osx" : "linux";
        String arch = System.getProperty("os.arch", "");
        return os + "-" + (arch.equals("amd64") ? "x86_64" : arch);
    }
}
