package dev.whetstone.engine.align;

import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// SHA-256 over all that a run's result depends on.
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Fingerprint with(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    Fingerprint with(int[] ids) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * ids.length).putInt(ids.length);
        for (int id : ids) {
            bytes.putInt(id);
        }
        digest.update(bytes.flip());
        return this;
    }

    Fingerprint with(List<TokenPair> pairs) {
        for (TokenPair pair : pairs) {
            with(pair.id()).with(pair.prompt()).with(pair.chosen()).with(pair.rejected());
            with(Double.toString(pair.p()));
        }
        return this;
    }

    /// Content of config.json, weights and adapters.
    Fingerprint with(ModelRef model) {
        try {
            addFolder(model.folder());
            for (Path adapter : model.adapters()) {
                addFolder(adapter);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*(config\\.json|\\.safetensors)"))
                            .sorted()
                            .toList()) {
                with(file.getFileName().toString());
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] buffer = new byte[1 << 16];
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
        }
    }
}
