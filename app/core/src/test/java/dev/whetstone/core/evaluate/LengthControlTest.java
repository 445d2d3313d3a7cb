package dev.whetstone.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LengthControlTest {
    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(node -> node.isNull() ? Double.NaN : node.asDouble())
                .toArray();
    }

    /// alpaca_eval 0.6.6, `length_controlled_noreg`; `-Dgolden.labels=DIR` reads another file.
    /// Its folds are its own, so the strength may be the next one: that is worth up to a
    /// point. The fit at the recorded strength is compared by LabelVerificationTest.
    @TestFactory
    Stream<DynamicTest> asAlpacaEvalHasIt() throws IOException {
        JsonNode file =
                new ObjectMapper()
                        .readTree(
                                Path.of(
                                                System.getProperty(
                                                        "golden.labels",
                                                        "src/test/resources/golden/labels"))
                                        .resolve("length-controlled.json")
                                        .toFile());
        double[] base = numbers(file.path("base_length"));
        double[] difficulty = numbers(file.path("instruction_difficulty"));
        return file.path("models").properties().stream()
                .map(
                        (Map.Entry<String, JsonNode> model) ->
                                DynamicTest.dynamicTest(
                                        model.getKey(),
                                        () -> same(model.getValue(), base, difficulty)));
    }

    private static void same(JsonNode model, double[] base, double[] difficulty) {
        Estimate rate =
                LengthControl.full(
                        numbers(model.path("preference")),
                        base,
                        numbers(model.path("length")),
                        difficulty,
                        1);
        double recorded =
                model.at("/variants/length_controlled_noreg/length_controlled_winrate").asDouble();
        assertThat(100 * rate.value()).isCloseTo(recorded, within(1.0));
        assertThat(rate.low()).isLessThan(rate.value());
        assertThat(rate.high()).isGreaterThan(rate.value());
    }

    @Test
    void tooFewPreferencesAreRefused() {
        double[] nine = new double[9];
        assertThatThrownBy(() -> LengthControl.full(nine, nine, nine, nine, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 preferences, not 9");
    }
}
