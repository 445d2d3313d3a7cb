package dev.whetstone.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private static List<Path> sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void viewModelsKnowNoNodes() throws IOException {
        List<Path> models = sources("ViewModel.java");
        assertThat(models).hasSizeGreaterThan(8);
        for (Path model : models) {
            assertThat(Files.readString(model)).as("%s", model).doesNotContain("javafx.scene");
        }
    }

    @Test
    void filesAreOneIdea() throws IOException {
        for (Path source : sources(".java")) {
            assertThat(Files.readAllLines(source).size()).as("%s", source).isLessThan(400);
        }
    }
}
