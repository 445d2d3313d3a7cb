package dev.whetstone.engine.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// What lies beside the weights in a model folder and belongs to a copy of it.
public final class ModelFiles {
    private static final String COPIED =
            "config\\.json|generation_config\\.json|tokenizer.*|special_tokens_map\\.json"
                    + "|added_tokens\\.json|vocab\\.(json|txt)|merges\\.txt|.*\\.jinja|LICENSE.*";

    private ModelFiles() {}

    /// Copies settings, tokenizer, templates and licence.
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().matches(COPIED)) {
                    Files.copy(
                            file,
                            to.resolve(file.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
