package dev.whetstone.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.memory.Workload;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryEstimateTest {
    private static final Device BF16 = new Device("cpu", 2, DType.BF16);
    private static final Workload.TrainDpo TRAIN = new Workload.TrainDpo(8, 4, 20, 60);
    private static final Workload.Generate GENERATE = new Workload.Generate(4, 5, 20, 30);

    @TempDir Path temp;
    private ModelShape shape;

    @BeforeEach
    void model() throws Exception {
        shape = ModelShape.read(TestModel.chat(temp.resolve("model")));
    }

    private Map<MemoryTerm, Double> quantities(Workload workload) {
        return new MemoryEstimate(shape, Device.CPU).quantities(workload);
    }

    @Test
    void weightsAreThoseOfTheHeadersInTheirType() {
        assertThat(quantities(GENERATE))
                .containsEntry(MemoryTerm.WEIGHTS, 4.0 * shape.parameters());
        assertThat(new MemoryEstimate(shape, BF16).quantities(GENERATE))
                .containsEntry(MemoryTerm.WEIGHTS, 2.0 * shape.parameters());
    }

    @Test
    void theCacheHoldsEveryRowWithRoomForItsResponse() {
        var config = shape.config();
        double perToken = 2.0 * 4 * config.layers() * config.keyWidth();
        assertThat(quantities(GENERATE).getOrDefault(MemoryTerm.CACHE, 0.0))
                .isEqualTo(perToken * 20 * (20 + 64));
        // room runs out once: 84 places and 126 exist together
        assertThat(
                        quantities(new Workload.Generate(4, 5, 20, 90))
                                .getOrDefault(MemoryTerm.CACHE, 0.0))
                .isEqualTo(perToken * 20 * (84 + 126));
    }

    @Test
    void whatLayersKeepGrowsWithTokensUpToAMicroBatch() {
        double four = quantities(TRAIN).getOrDefault(MemoryTerm.KEPT, 0.0);
        assertThat(
                        quantities(new Workload.TrainDpo(8, 8, 20, 60))
                                .getOrDefault(MemoryTerm.KEPT, 0.0))
                .isCloseTo(2 * four, within(1.0));
        assertThat(quantities(new Workload.TrainDpo(8, 900, 20, 60)))
                .isEqualTo(quantities(new Workload.TrainDpo(8, 34, 20, 60)));
    }

    @Test
    void theAdapterHasRankTimesBothEndsOfEveryLayer() {
        var config = shape.config();
        long ends =
                2L * (config.hidden() + config.queryWidth())
                        + 2L * (config.hidden() + config.keyWidth())
                        + 3L * (config.hidden() + config.intermediate());
        assertThat(shape.adapter(8)).isEqualTo(8 * config.layers() * ends);
    }

    @Test
    void theJobTellsPeakPartsAndWhatIsFree() {
        JsonNode need =
                new MemoryJob()
                        .run(
                                new Job.Memory(
                                        ModelRef.of(temp.resolve("model")), TRAIN, Device.CPU),
                                RunControl.NONE);
        long sum = 0;
        for (JsonNode part : need.path("parts")) {
            sum += part.asLong();
        }
        assertThat(need.path("peakBytes").asLong()).isCloseTo(sum, within(20L));
        assertThat(need.path("advice").asText()).isEmpty();
        if (Files.exists(Path.of("/proc/meminfo"))) {
            assertThat(need.path("freeBytes").asLong()).isPositive();
        }
    }

    @Test
    void whatDoesNotFitIsAdvisedOn() {
        JsonNode need =
                new MemoryJob()
                        .run(
                                new Job.Memory(
                                        ModelRef.of(temp.resolve("model")),
                                        new Workload.TrainDpo(8, 1, 1, 100_000_000),
                                        Device.CPU),
                                RunControl.NONE);
        assertThat(need.path("peakBytes").asLong()).isGreaterThan(1L << 40);
        if (Files.exists(Path.of("/proc/meminfo"))) {
            assertThat(need.path("advice").asText()).contains("bf16", "lower LoRA rank");
        }
    }
}
