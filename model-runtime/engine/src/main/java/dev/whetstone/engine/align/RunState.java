package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RuntimeFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a training remembers besides tensors: where it stands, what it counted, what it found.
final class RunState {
    private static final ObjectMapper JSON = new ObjectMapper();

    long step;
    long tokens;
    double seconds;
    int skipped;
    Map<String, Double> first = Map.of();
    Map<String, Double> last = Map.of();
    final List<String> unsound = new ArrayList<>();
    final List<SelfTest> tests = new ArrayList<>();

    /// @param schedule gives the rate of the next step
    /// @param order gives the next pairs
    ObjectNode json(Schedule schedule, EpochOrder<?> order, MemoryLadder ladder, AdamW optimizer) {
        ObjectNode state = JSON.createObjectNode();
        state.put("stage", stage(order));
        state.set("schedule", schedule(schedule));
        state.set("cursor", cursor(order));
        state.put("optimizer_steps", optimizer.steps());
        state.put("tokens", tokens);
        state.put("seconds", seconds);
        state.put("skipped", skipped);
        ArrayNode names = state.putArray("unsound");
        unsound.forEach(names::add);
        state.set("first", metrics(first));
        state.set("last", metrics(last));
        state.set("tests", JSON.valueToTree(tests));
        state.set("plan", JSON.valueToTree(ladder.plan()));
        state.put("plan_changes", ladder.changes());
        return state;
    }

    /// @throws RuntimeFailure `checkpoint.mismatch` where the saved schedule or place in the
    ///     data is not what this program makes of the step
    static RunState of(
            Checkpoint.Saved saved, Schedule schedule, EpochOrder<?> order, MemoryLadder ladder) {
        JsonNode json = saved.state();
        RunState state = new RunState();
        state.step = saved.step();
        require("schedule", json, state.schedule(schedule));
        require("cursor", json, state.cursor(order));
        state.tokens = json.path("tokens").asLong();
        state.seconds = json.path("seconds").asDouble();
        state.skipped = json.path("skipped").asInt();
        json.path("unsound").forEach(name -> state.unsound.add(name.asText()));
        state.first = metrics(json.path("first"));
        state.last = metrics(json.path("last"));
        for (JsonNode test : json.path("tests")) {
            state.tests.add(JSON.convertValue(test, SelfTest.class));
        }
        ladder.restore(
                JSON.convertValue(json.path("plan"), StepPlan.class),
                json.path("plan_changes").asInt());
        return state;
    }

    private String stage(EpochOrder<?> order) {
        if (step == 0) {
            return "reference";
        }
        return step < order.totalSteps() ? "train" : "test";
    }

    private ObjectNode schedule(Schedule schedule) {
        return JSON.createObjectNode()
                .put("name", schedule.name())
                .put("total_steps", schedule.totalSteps())
                .put("next_rate", Double.toString(schedule.rate(step)));
    }

    /// The order of pairs is drawn anew in each epoch, from the seed and the epoch: these two are
    /// the state of the random numbers.
    private ObjectNode cursor(EpochOrder<?> order) {
        return JSON.createObjectNode()
                .put("seed", order.seed())
                .put("epoch", step / order.stepsPerEpoch())
                .put("pair", step % order.stepsPerEpoch() * order.perStep());
    }

    private static void require(String field, JsonNode json, ObjectNode expected) {
        if (!json.path(field).toString().equals(expected.toString())) {
            throw new RuntimeFailure(
                    "checkpoint.mismatch",
                    "the checkpoint's "
                            + field
                            + " is "
                            + json.path(field)
                            + ", this program would go on with "
                            + expected,
                    "it is damaged or of another version: begin the run anew in an empty folder");
        }
    }

    /// Numbers as texts: JSON has no word for those that are not finite.
    private static ObjectNode metrics(Map<String, Double> values) {
        ObjectNode node = JSON.createObjectNode();
        values.forEach((name, value) -> node.put(name, Double.toString(value)));
        return node;
    }

    private static Map<String, Double> metrics(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        node.properties()
                .forEach(
                        field ->
                                values.put(
                                        field.getKey(),
                                        Double.parseDouble(field.getValue().asText())));
        return values;
    }
}
