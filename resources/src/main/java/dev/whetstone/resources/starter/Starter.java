package dev.whetstone.resources.starter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The bundled policy, a folder in Hugging Face layout inside the program.
public final class Starter {
    private static final String SUMS = "SHA256SUMS";

    private final Function<String, @Nullable InputStream> files;

    private Starter(Function<String, @Nullable InputStream> files) {
        this.files = files;
    }

    /// The one that ships with this build.
    public static Starter bundled() {
        return new Starter(Starter.class::getResourceAsStream);
    }

    /// One read from elsewhere: `files` opens a file by its name, or gives null when there is none.
    static Starter of(Function<String, @Nullable InputStream> files) {
        return new Starter(files);
    }

    /// How the starter was trained: the settings of `model train-starter` as a JSON object.
    ///
    /// @throws IOException when this build holds none
    public String recipe() throws IOException {
        return new String(read("recipe.json"), StandardCharsets.UTF_8);
    }

    /// Writes the model's files into `folder`, which is made when it is not there. A file that
    /// is there with the right content stays as it is, any other is replaced; each is complete
    /// or absent.
    ///
    /// @return `folder`
    /// @throws IOException when this build holds no starter policy, when a file of it does not
    ///     have its recorded SHA-256, or when the folder cannot be written
    public Path copyTo(Path folder) throws IOException {
        Map<String, String> sums = sums();
        Files.createDirectories(folder);
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            Path target = folder.resolve(sum.getKey());
            if (!Files.isRegularFile(target)
                    || !sha256(Files.readAllBytes(target)).equals(sum.getValue())) {
                write(target, checked(sum.getKey(), sum.getValue()));
            }
        }
        return folder;
    }

    private byte[] checked(String name, String sum) throws IOException {
        byte[] bytes = read(name);
        String actual = sha256(bytes);
        if (!actual.equals(sum)) {
            throw new IOException(
                    "the bundled starter policy is damaged: %s has SHA-256 %s, not %s"
                            .formatted(name, actual, sum));
        }
        return bytes;
    }

    private Map<String, String> sums() throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : new String(read(SUMS), StandardCharsets.UTF_8).lines().toList()) {
            String[] cells = line.strip().split("\\s+");
            if (cells.length != 2 || !cells[1].matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new IOException("the bundled starter policy's list of files is damaged");
            }
            sums.put(cells[1], cells[0]);
        }
        return sums;
    }

    private byte[] read(String name) throws IOException {
        try (InputStream in = files.apply(name)) {
            if (in == null) {
                throw new IOException("this build of the program holds no starter policy: " + name);
            }
            return in.readAllBytes();
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".part", null);
        try {
            Files.write(part, bytes);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
