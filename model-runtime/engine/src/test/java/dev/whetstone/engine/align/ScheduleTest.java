package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against the rates that TRL's trainer used: `traces/*`.
class ScheduleTest {
    static Stream<String> traces() {
        List<Path> all = Golden.list("traces");
        return all.stream().map(path -> path.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void ratesAreTheRecordedOnes(String name) {
        JsonNode trace = Golden.json("traces/" + name + "/trace.json");
        JsonNode settings = trace.path("settings");
        Schedule schedule =
                new Schedule(
                        settings.path("lr_scheduler_type").asText(),
                        settings.path("learning_rate").asDouble(),
                        settings.path("warmup_steps").asInt(),
                        settings.path("max_steps").asLong());
        for (int i = 0; i < trace.path("steps").size(); i++) {
            JsonNode rate = trace.path("steps").get(i).path("lr_used_for_this_update");
            assertThat(schedule.rate(i)).isCloseTo(rate.asDouble(), within(1e-12));
        }
    }

    @Test
    void startsAtZeroAndEndsNearZero() {
        Schedule cosine = new Schedule("cosine", 1, 2, 10);
        assertThat(cosine.rate(0)).isZero();
        assertThat(cosine.rate(2)).isEqualTo(1);
        assertThat(cosine.rate(10)).isCloseTo(0, within(1e-12));
        assertThat(new Schedule("constant", 1, 2, 10).rate(9)).isEqualTo(1);
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> new Schedule("polynomial", 1, 0, 10))
                .hasMessageContaining("polynomial");
    }
}
