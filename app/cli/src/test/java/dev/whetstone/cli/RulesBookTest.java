package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesBookTest {
    @TempDir Path folder;
    private Terminal terminal;
    private Path project;

    @BeforeEach
    void open() throws IOException {
        terminal =
                new Terminal(
                        folder,
                        (job, progress) -> {
                            throw new AssertionError("no verb here needs a model: " + job);
                        });
        project = folder.resolve("claims.whetstone");
        terminal.run("new", project);
        Path pairs =
                Files.write(
                        folder.resolve("pairs.jsonl"),
                        List.of(
                                "{\"prompt\":\"hail?\",\"a\":\"Yes, it is.\",\"b\":\"Yes.\",\"label\":\"a\"}",
                                "{\"prompt\":\"rain?\",\"a\":\"No.\",\"b\":\"Not now.\",\"label\":\"a\"}"));
        assertThat(terminal.run("import", project, pairs).code()).isZero();
        assertThat(terminal.run("rules", "add", project, "prefer higher words(X)").code()).isZero();
    }

    @Test
    void aBookIsWrittenAndNotOverwritten() throws IOException {
        Path out = folder.resolve("book.html");
        assertThat(
                        terminal.run("rules", "book", project, "--out", out, "--json")
                                .json()
                                .path("rules")
                                .asInt())
                .isEqualTo(1);
        assertThat(Files.readString(out))
                .startsWith("<!DOCTYPE html>")
                .contains("prefer higher words(X)", "1 choice", "Signature");
        assertThat(terminal.run("rules", "book", project, "--out", out).code()).isEqualTo(1);
        assertThat(terminal.run("rules", "book", project, "--out", out, "--force").code()).isZero();
    }

    @Test
    void markdownIsWrittenByItsEnding() throws IOException {
        Path out = folder.resolve("book.md");
        assertThat(terminal.run("rules", project, "book", "--out", out).code()).isZero();
        assertThat(Files.readString(out)).startsWith("# Rule book: claims");
    }

    @Test
    void anotherEndingIsAnError() {
        assertThat(
                        terminal.run("rules", "book", project, "--out", folder.resolve("book.pdf"))
                                .code())
                .isEqualTo(1);
        assertThat(folder.resolve("book.pdf")).doesNotExist();
    }
}
