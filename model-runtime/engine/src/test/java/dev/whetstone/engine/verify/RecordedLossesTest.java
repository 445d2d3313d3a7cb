package dev.whetstone.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every loss and every training that TRL recorded, whatever the folder holds.
class RecordedLossesTest {
    @TempDir Path folder;

    @Test
    void everyLossIsTheRecordedOne() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(Golden.folder().resolve("losses")), "no recorded losses");
        var suite = new Suite();
        LossChecks.run(Golden.folder(), suite, RunControl.NONE);
        assertThat(suite.checks()).hasSizeGreaterThan(100).allMatch(Check::passed);
    }

    @Test
    void everyTrainingIsTheRecordedOne() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(Golden.folder().resolve("traces")), "no recorded trainings");
        var suite = new Suite();
        TraceChecks.run(Golden.folder(), suite, RunControl.NONE);
        assertThat(suite.checks()).isNotEmpty().allMatch(Check::passed);
    }

    @Test
    void aSettingThatIsNotUnderstoodIsNamed() throws IOException {
        assertThat(onlyCheck("{\"loss_type\":[\"sigmoid\"],\"gravity\":9.81}").message())
                .contains("gravity");
        assertThat(onlyCheck("{\"loss_type\":[\"moonshine\"]}").message()).contains("moonshine");
    }

    @Test
    void aWrongRecordingFails() throws IOException {
        var recorded = Golden.folder().resolve("losses/kto.json");
        Assumptions.assumeTrue(Files.exists(recorded), "no losses/kto.json");
        Files.createDirectories(folder.resolve("losses"));
        Files.writeString(
                folder.resolve("losses/kto.json"),
                Files.readString(recorded).replaceFirst("\"loss\": 0", "\"loss\": 1"));
        var suite = new Suite();
        LossChecks.run(folder, suite, RunControl.NONE);
        assertThat(suite.checks()).filteredOn(check -> !check.passed()).hasSize(1);
    }

    private Check onlyCheck(String settings) throws IOException {
        Files.createDirectories(folder.resolve("losses"));
        Files.writeString(
                folder.resolve("losses/dpo.json"),
                "{\"defaults\":{},\"inputs\":{},\"cases\":[{\"input\":\"x\",\"settings\":"
                        + settings
                        + "}]}");
        var suite = new Suite();
        LossChecks.run(folder, suite, RunControl.NONE);
        return suite.checks().getFirst();
    }
}
