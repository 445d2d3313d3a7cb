import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes the native package of the platform it runs on, with nothing but a JDK 25:
///
///     java packaging/native/PackageApp.java DIST OUT VERSION
///
/// DIST is the folder that `mvn package` assembles (`lib`, `engine`). OUT gets `Whetstone` (the app
/// image) and the installer: .deb on Debian, .msi on Windows, .dmg on macOS. Only the Linux part
/// has been run; the others follow jpackage's documentation and have signing hooks
/// (WHETSTONE_MAC_SIGN_IDENTITY).
public final class PackageApp {
    private static final String MODULES =
            "java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,"
                    + "java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.unsupported,"
                    + "jdk.zipfs,jdk.charsets,"
                    + "javafx.base,javafx.graphics,javafx.controls";

    private enum Platform {
        LINUX("linux", "(?i).*(linux).*"),
        WINDOWS("win", "(?i).*(win|windows).*"),
        MACOS("mac", "(?i).*(mac|osx|darwin).*");

        final String javafxClassifier;
        final Pattern own;

        Platform(String javafxClassifier, String own) {
            this.javafxClassifier = javafxClassifier;
            this.own = Pattern.compile(own);
        }

        static Platform current() {
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return os.contains("win") ? WINDOWS : os.contains("mac") ? MACOS : LINUX;
        }
    }

    /// Folders of native libraries inside jars, as sqlite-jdbc, ONNX Runtime, JNA and the
    /// tokenizers lay them out: an operating system's name, then a processor's.
    private static final Pattern NATIVE =
            Pattern.compile(
                    "(?i).*\\.(so|so\\.[0-9.]+|dll|dylib|jnilib|a|pdb)$|.*/dSYM/.*|.*\\.dSYM/.*");

    private static final Pattern OTHER_PROCESSOR_X64 =
            Pattern.compile(
                    "(?i).*(aarch64|arm|ppc|s390|riscv|mips|loongarch|sparc|i386|i686"
                            + "|(?<![a-z0-9])x86(?!_64)).*");
    private static final Pattern OTHER_PROCESSOR_ARM =
            Pattern.compile("(?i).*(x86|amd64|x64|i386|i686|ppc|s390|riscv|mips|armv|loongarch).*");
    private static final Pattern OTHER_LIBC = Pattern.compile("(?i).*(musl|android).*");

    private final Path dist;
    private final Path out;
    private final String version;
    private final Path here;
    private final Platform platform = Platform.current();
    private final Path work;

    private PackageApp(Path dist, Path out, String version, Path here) {
        this.dist = dist;
        this.out = out;
        this.version = version;
        this.here = here;
        this.work = out.resolve("work");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            System.err.println("usage: java PackageApp.java DIST OUT VERSION");
            System.exit(2);
        }
        Path here = Path.of(System.getProperty("jdk.launcher.sourcefile", "packaging/native/PackageApp.java"))
                        .toAbsolutePath()
                        .getParent();
        String plain = args[2].replace("-SNAPSHOT", "");
        new PackageApp(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), plain, here)
                .run();
    }

    private void run() throws IOException, InterruptedException {
        deleteTree(out);
        Files.createDirectories(work);
        Path runtime = linkRuntime();
        Path input = gatherInput();
        Path image = appImage(runtime, input);
        report("app image", image);
        installer(image);
        deleteTree(work);
    }

    /// The Java runtime with only the modules that the program uses, JavaFX among them.
    private Path linkRuntime() throws IOException {
        Path modules = work.resolve("javafx");
        Files.createDirectories(modules);
        try (Stream<Path> jars = Files.list(dist.resolve("lib"))) {
            for (Path jar : jars.filter(this::isJavafxOfPlatform).toList()) {
                Files.copy(jar, modules.resolve(jar.getFileName()));
            }
        }
        Path runtime = work.resolve("runtime");
        tool(
                "jlink",
                "--module-path",
                modules.toString(),
                "--add-modules",
                MODULES,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-6",
                "--output",
                runtime.toString());
        return runtime;
    }

    private boolean isJavafx(Path jar) {
        return jar.getFileName().toString().startsWith("javafx-");
    }

    private boolean isJavafxOfPlatform(Path jar) {
        return isJavafx(jar)
                && jar.getFileName().toString().matches(".*-" + platform.javafxClassifier + "(-aarch64)?\\.jar");
    }

    /// The jars, without JavaFX (it is in the runtime) and without other platforms' libraries.
    private Path gatherInput() throws IOException {
        Path input = work.resolve("input");
        for (String folder : List.of("lib", "engine")) {
            Path to = input.resolve(folder);
            Files.createDirectories(to);
            try (Stream<Path> jars = Files.list(dist.resolve(folder))) {
                for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).sorted().toList()) {
                    if (!isJavafx(jar)) {
                        copyOwnPlatform(jar, to.resolve(jar.getFileName()));
                    }
                }
            }
        }
        return input;
    }

    private void copyOwnPlatform(Path from, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile())) {
            boolean foreign = zip.stream().anyMatch(entry -> isForeign(entry.getName()));
            if (!foreign) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            try (OutputStream file = Files.newOutputStream(to);
                    ZipOutputStream target = new ZipOutputStream(file)) {
                for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                    ZipEntry entry = e.nextElement();
                    if (!isForeign(entry.getName())) {
                        target.putNextEntry(new ZipEntry(entry.getName()));
                        try (InputStream in = zip.getInputStream(entry)) {
                            in.transferTo(target);
                        }
                        target.closeEntry();
                    }
                }
            }
        }
    }

    /// A native library of another system or processor.
    private boolean isForeign(String name) {
        String path = "/" + name;
        if (!NATIVE.matcher(path).matches()) {
            return false;
        }
        boolean x64 = !System.getProperty("os.arch").contains("aarch64");
        Pattern otherProcessor = x64 ? OTHER_PROCESSOR_X64 : OTHER_PROCESSOR_ARM;
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        boolean namesASystem =
                Pattern.compile("(?i).*(linux|win|mac|osx|darwin|freebsd|openbsd|dragonfly|sunos|solaris|aix|android|dsym).*")
                        .matcher(folder)
                        .matches();
        return namesASystem
                && (!platform.own.matcher(folder.replaceAll("(?i)darwin", "mac")).matches()
                        || otherProcessor.matcher(folder).matches()
                        || OTHER_LIBC.matcher(folder).matches());
    }

    private Path appImage(Path runtime, Path input) throws IOException {
        String mainJar;
        try (Stream<Path> jars = Files.list(input.resolve("lib"))) {
            mainJar =
                    jars.map(j -> j.getFileName().toString())
                            .filter(n -> n.startsWith("whetstone-cli"))
                            .findFirst()
                            .orElseThrow();
        }
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--type", "app-image",
                                "--name", "whetstone",
                                "--app-version", version,
                                "--vendor", "Whetstone",
                                "--description", "Teach a language model what good looks like",
                                "--runtime-image", runtime.toString(),
                                "--input", input.toString(),
                                "--main-jar", "lib/" + mainJar,
                                "--main-class", "dev.whetstone.cli.Main",
                                "--icon", here.resolve("whetstone.png").toString(),
                                "--dest", out.toString()));
        for (String option :
                List.of(
                        "-Dwhetstone.home=$APPDIR",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:MaxRAMPercentage=40",
                        "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                        "--sun-misc-unsafe-memory-access=allow")) {
            args.addAll(List.of("--java-options", option));
        }
        if (platform == Platform.WINDOWS) {
            args.add("--win-console");
        }
        String identity = System.getenv().getOrDefault("WHETSTONE_MAC_SIGN_IDENTITY", "");
        if (platform == Platform.MACOS && !identity.isEmpty()) {
            args.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", identity));
        }
        tool("jpackage", args.toArray(String[]::new));
        Path image = out.resolve(platform == Platform.MACOS ? "whetstone.app" : "whetstone");
        keepEngineOffTheClassPath(image);
        return image;
    }

    /// jpackage puts every jar on the class path; the engine's are for the worker only.
    private void keepEngineOffTheClassPath(Path image) throws IOException {
        Path config;
        try (Stream<Path> files = Files.walk(image)) {
            config = files.filter(f -> f.endsWith("whetstone.cfg")).findFirst().orElseThrow();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(config));
        lines.removeIf(line -> line.startsWith("app.classpath=") && line.contains("/engine/"));
        lines.removeIf(line -> line.startsWith("app.classpath=") && line.contains("\\engine\\"));
        if (lines.stream().noneMatch(line -> line.matches("app.classpath=.*lib.*core.*"))) {
            int at = lines.indexOf("[Application]") + 1;
            try (Stream<Path> jars = Files.list(config.getParent().resolve("lib"))) {
                for (Path jar : jars.sorted().toList()) {
                    lines.add(at, "app.classpath=$APPDIR/lib/" + jar.getFileName());
                }
            }
        }
        Files.write(config, lines);
    }

    private void installer(Path image) throws IOException, InterruptedException {
        switch (platform) {
            case LINUX -> deb(image);
            case WINDOWS ->
                    tool(
                            "jpackage", "--type", "msi", "--app-image", image.toString(),
                            "--name", "Whetstone", "--app-version", version,
                            "--win-per-user-install", "--win-menu", "--win-shortcut",
                            "--file-associations", associations().toString(),
                            "--dest", out.toString());
            case MACOS ->
                    tool(
                            "jpackage", "--type", "dmg", "--app-image", image.toString(),
                            "--name", "Whetstone", "--app-version", version,
                            "--file-associations", associations().toString(),
                            "--dest", out.toString());
        }
    }

    private Path associations() {
        return here.resolve("whetstone.properties");
    }

    /// The Debian package, with the `whetstone` command linked into the path.
    private void deb(Path image) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/dpkg-deb"))) {
            System.out.println("no dpkg-deb here: the app image is all that was made");
            return;
        }
        Path raw = work.resolve("deb");
        // in a process of its own for the environment: this package is taken apart again below, and
        // compressing a quarter of a gigabyte twice takes minutes
        process(
                Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"),
                Path.of(System.getProperty("java.home"), "bin", "jpackage").toString(),
                "--type", "deb", "--app-image", image.toString(),
                "--name", "whetstone", "--app-version", version,
                "--linux-package-name", "whetstone",
                "--linux-deb-maintainer", "whetstone@localhost",
                "--linux-menu-group", "Office;Science;ArtificialIntelligence",
                "--linux-app-category", "science",
                "--linux-shortcut",
                "--file-associations", associations().toString(),
                "--dest", raw.toString());
        Path made;
        try (Stream<Path> files = Files.list(raw)) {
            made = files.filter(f -> f.toString().endsWith(".deb")).findFirst().orElseThrow();
        }
        Path tree = work.resolve("tree");
        process(Map.of(), "dpkg-deb", "-R", made.toString(), tree.toString());
        Path bin = tree.resolve("usr/bin");
        Files.createDirectories(bin);
        Files.createSymbolicLink(bin.resolve("whetstone"), Path.of("/opt/whetstone/bin/whetstone"));
        fileDesktopEntry(tree);
        Path target = out.resolve(made.getFileName());
        // most of it is jars, which are compressed already
        process(Map.of(), "dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "-b", tree.toString(), target.toString());
        report("package", target);
    }

    /// Puts menu entry, icon and file type where Debian's triggers find them, in place of jpackage's
    /// scripts: those fail where no desktop is installed, and its entry does not pass the file on.
    private static void fileDesktopEntry(Path tree) throws IOException {
        for (String script : List.of("preinst", "postinst", "prerm", "postrm")) {
            Files.deleteIfExists(tree.resolve("DEBIAN").resolve(script));
        }
        Path share = tree.resolve("usr/share");
        for (String folder : List.of("applications", "mime/packages", "pixmaps")) {
            Files.createDirectories(share.resolve(folder));
        }
        Path lib = tree.resolve("opt/whetstone/lib");
        Files.delete(lib.resolve("whetstone-whetstone.desktop"));
        Files.move(
                lib.resolve("whetstone-whetstone-MimeInfo.xml"),
                share.resolve("mime/packages/whetstone.xml"));
        Files.copy(lib.resolve("whetstone.png"), share.resolve("pixmaps/whetstone.png"));
        Files.writeString(
                share.resolve("applications/whetstone.desktop"),
                """
                [Desktop Entry]
                Type=Application
                Name=Whetstone
                Comment=Teach a language model what good looks like
                Exec=/opt/whetstone/bin/whetstone %f
                Icon=whetstone
                Terminal=false
                Categories=Office;Science;ArtificialIntelligence;
                MimeType=application/x-whetstone;
                """);
        Path control = tree.resolve("DEBIAN/control");
        // JavaFX opens GTK and OpenGL by name, which jpackage cannot see
        Files.writeString(
                control,
                Files.readString(control)
                        .replace("xdg-utils", "libgtk-3-0 | libgtk-3-0t64, libgl1"));
    }

    private static void process(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }

    private static void tool(String name, String... args) throws IOException {
        ToolProvider tool = ToolProvider.findFirst(name).orElseThrow(() -> new IOException("this JDK has no " + name));
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = tool.run(System.out, err, args);
        if (status != 0) {
            throw new IOException(name + " ended with " + status);
        }
    }

    private static void report(String what, Path path) throws IOException {
        long bytes;
        try (Stream<Path> files = Files.walk(path)) {
            bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
        System.out.println(what + ": " + path + " (" + bytes / (1024 * 1024) + " MiB)");
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException e)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
