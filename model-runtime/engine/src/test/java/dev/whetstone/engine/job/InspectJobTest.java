package dev.whetstone.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectJobTest {
    @TempDir Path folder;

    @Test
    void tellsShapeWeightsAndText() throws IOException {
        var model = TestModel.chat(folder.resolve("m"));
        var result = new InspectJob().run(new Job.Inspect(model), RunControl.NONE);
        assertThat(result.path("supported").asBoolean()).isTrue();
        assertThat(result.path("architecture").asText()).isEqualTo("llama");
        // 480 x 48 twice; per layer q, o 48x48, k, v 24x48, three of 112x48, two norms; last norm
        assertThat(result.path("parameters").asLong())
                .isEqualTo(2 * 480 * 48 + 2 * (2 * 48 * 48 + 2 * 24 * 48 + 3 * 112 * 48 + 96) + 48);
        assertThat(result.path("dtypes").path("F32").asInt()).isEqualTo(21);
        assertThat(result.path("tokenizer").path("size").asInt()).isEqualTo(472);
        assertThat(result.path("tokenizer").path("stops").get(0).asInt()).isEqualTo(468);
        assertThat(result.path("chat_template").asBoolean()).isTrue();
    }

    @Test
    void whatIsWrongIsListedAndTheRestStillTold() throws IOException {
        var model = TestModel.chat(folder.resolve("m"));
        Files.writeString(model.resolve("tokenizer.json"), "{\"model\": {\"type\": \"Other\"}}");
        var result = new InspectJob().run(new Job.Inspect(model), RunControl.NONE);
        assertThat(result.path("supported").asBoolean()).isFalse();
        assertThat(result.path("problems").get(0).path("code").asText())
                .isEqualTo("tokenizer.unsupported");
        assertThat(result.path("parameters").asLong()).isPositive();
    }
}
