package dev.whetstone.engine.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightFolderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../outside.safetensors", "/etc/passwd", "sub/x.safetensors", "", ".."})
    void refusesShardsOutsideTheFolder(String shard) throws IOException {
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\":{\"a\":\"" + shard + "\"}}");
        assertThatThrownBy(() -> WeightFolder.open(folder))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("no file name");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> WeightFolder.open(folder))
                .hasMessageContaining("neither model.safetensors nor");
    }
}
