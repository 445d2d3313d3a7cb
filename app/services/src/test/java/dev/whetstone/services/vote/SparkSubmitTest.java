package dev.whetstone.services.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A script stands for spark-submit.
@DisabledOnOs(OS.WINDOWS)
class SparkSubmitTest {
    @TempDir Path folder;

    private SparkSubmit spark(String script) throws IOException {
        Path program = folder.resolve("spark/bin/spark-submit");
        Files.createDirectories(program.resolveSibling(""));
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new SparkSubmit(
                folder.resolve("spark"),
                List.of(Path.of("/j/core.jar"), Path.of("/j/whetstone-spark-1.jar")),
                Path.of("/jdk"));
    }

    @Test
    void theModuleIsSubmittedWithItsJars() throws IOException {
        Path told = folder.resolve("told");
        spark("printf '%s\\n' \"$JAVA_HOME\" \"$@\" > " + told)
                .vote("local[2]", Path.of("/p.parquet"), Path.of("/r.rules"), Path.of("/out"));
        assertThat(Files.readAllLines(told))
                .containsExactly(
                        "/jdk",
                        "--master",
                        "local[2]",
                        "--class",
                        "dev.whetstone.spark.SparkVotes",
                        "--jars",
                        "/j/core.jar",
                        "/j/whetstone-spark-1.jar",
                        "--rules",
                        "/r.rules",
                        "--pairs",
                        "/p.parquet",
                        "--out",
                        "/out",
                        "--format",
                        "parquet");
    }

    @Test
    void whatEndedTheJobIsTold() throws IOException {
        SparkSubmit failing =
                spark(
                        "echo INFO starting\n"
                                + "echo 'Exception in thread \"main\" a.b.BadPairException: p.jsonl,"
                                + " line 3: the field \"a\" is missing' >&2\necho at a.b.c\nexit 1");
        assertThatThrownBy(
                        () ->
                                failing.vote(
                                        "local[*]",
                                        Path.of("p.jsonl"),
                                        Path.of("r"),
                                        Path.of("out")))
                .isInstanceOf(ServiceException.class)
                .hasMessage("p.jsonl, line 3: the field \"a\" is missing");
    }

    @Test
    void withoutSparkItSaysWhatIsMissing() {
        assertThatThrownBy(() -> SparkSubmit.find(List.of()))
                .isInstanceOf(ServiceException.class)
                .hasMessage("No Spark is named.");
        assertThatThrownBy(() -> SparkSubmit.find(List.of(folder)))
                .hasMessageContaining("spark-submit does not exist.");
    }
}
