package dev.whetstone.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
    @TempDir Path folder;

    @Test
    void aFolderHasItsNameOnlyOnceItIsWhole() throws IOException {
        Path target = folder.resolve("out");
        WholeFolder whole = WholeFolder.begin(target);
        Files.writeString(whole.part().resolve("a"), "1");
        assertThat(target).doesNotExist();
        whole.finish();
        assertThat(target.resolve("a")).hasContent("1");
        assertThat(whole.part()).doesNotExist();
    }

    @Test
    void whatACutOffRunLeftIsNotTakenOver() throws IOException {
        Path target = folder.resolve("out");
        WholeFolder left = WholeFolder.begin(target);
        Files.createDirectories(left.part().resolve("deep"));
        Files.writeString(left.part().resolve("deep/old"), "half");
        WholeFolder.write(target, part -> Files.writeString(part.resolve("new"), "whole"));
        assertThat(target.resolve("new")).hasContent("whole");
        assertThat(target.resolve("deep")).doesNotExist();
    }

    @Test
    void aFailureLeavesNothingUnderTheName() {
        Path target = folder.resolve("out");
        assertThatThrownBy(
                        () ->
                                WholeFolder.write(
                                        target,
                                        part -> {
                                            Files.writeString(part.resolve("a"), "1");
                                            throw new IOException("disk full");
                                        }))
                .hasMessage("disk full");
        assertThat(target).doesNotExist();
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Path target = Files.createDirectories(folder.resolve("out"));
        Files.writeString(target.resolve("mine"), "kept");
        WholeFolder whole = WholeFolder.begin(target);
        Files.writeString(whole.part().resolve("a"), "1");
        assertThatThrownBy(whole::finish).isInstanceOf(FileSystemException.class);
        assertThat(target.resolve("mine")).hasContent("kept");
    }

    @Test
    void replacingPutsTheOldOneAsideFirst() throws IOException {
        Path target = Files.createDirectories(folder.resolve("out"));
        Files.writeString(target.resolve("old"), "1");
        // a run that was cut off between the two renames
        Files.createDirectories(folder.resolve("out.old"));
        WholeFolder whole = WholeFolder.begin(target);
        Files.writeString(whole.part().resolve("new"), "2");
        whole.replace();
        assertThat(target.resolve("new")).hasContent("2");
        assertThat(target.resolve("old")).doesNotExist();
        assertThat(folder.resolve("out.old")).doesNotExist();
    }
}
