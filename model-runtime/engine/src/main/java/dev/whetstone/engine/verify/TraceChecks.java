package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.engine.align.DpoSession;
import dev.whetstone.engine.align.RewardPair;
import dev.whetstone.engine.align.RewardSession;
import dev.whetstone.engine.align.TokenPair;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.loss.RewardLoss;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// `traces/NAME`: recorded trainings, repeated step by step on their batches.
final class TraceChecks {
    private static final double ADAPTER_WEIGHTS = 1e-4;
    private static final double ALL_WEIGHTS = 1e-3;
    private static final double REWARD_WEIGHTS = 1e-4;

    private final Path root;
    private final Path folder;
    private final String name;
    private final JsonNode trace;
    private final Suite suite;

    private TraceChecks(Path root, Path folder, JsonNode trace, Suite suite) {
        this.root = root;
        this.folder = folder;
        this.name = "traces/" + folder.getFileName();
        this.trace = trace;
        this.suite = suite;
    }

    static void run(Path root, Suite suite, RunControl control) throws IOException {
        for (var folder : Recorded.list(root.resolve("traces"))) {
            var file = folder.resolve("trace.json");
            if (!Files.isRegularFile(file)) {
                continue;
            }
            control.throwIfEnded();
            var checks = new TraceChecks(root, folder, Recorded.json(file), suite);
            suite.attempt(checks.name, checks::repeat);
        }
    }

    private void repeat() throws IOException {
        TrainerSettings.check(trace);
        switch (trace.path("trainer").asText()) {
            case "DPOTrainer" -> repeatDpo();
            case "RewardTrainer" -> repeatReward();
            default ->
                    throw RecordedLoss.failure(
                            "trainings by "
                                    + trace.path("trainer").asText()
                                    + " are not supported");
        }
    }

    private void repeatDpo() throws IOException {
        var start = folder.resolve(trace.path("start").asText("-"));
        if (Files.isRegularFile(start.resolve("adapter_config.json"))) {
            repeatAdapter(PeftAdapter.open(start));
        } else {
            repeatWeights();
        }
    }

    private void repeatAdapter(PeftAdapter start) {
        try (var decoder = Decoder.load(checkpoint("checkpoint"), Recorded.CPU)) {
            var adapter = decoder.read(start, decoder.scope());
            steps(DpoSession.ofAdapter(decoder, start.modules(), adapter, settings()));
            var end = PeftAdapter.open(folder.resolve(trace.path("final").asText()));
            var expected = decoder.read(end, decoder.scope());
            var weights = 0.0;
            for (var i = 0; i < adapter.size(); i++) {
                var recorded = expected.get(i).floats();
                weights =
                        Math.max(
                                weights,
                                Recorded.largest(
                                        adapter.get(i).floats(), 0, recorded, 0, recorded.length));
            }
            suite.add(Check.of(name + " final weights", weights, ADAPTER_WEIGHTS));
        }
    }

    private void repeatWeights() throws IOException {
        try (var decoder = Decoder.load(checkpoint("start"), Recorded.CPU);
                var reference = Decoder.load(checkpoint("checkpoint"), Recorded.CPU)) {
            steps(DpoSession.ofWeights(decoder, reference, settings()));
            compareWeights(decoder, ALL_WEIGHTS);
        }
    }

    private void repeatReward() throws IOException {
        var given = trace.path("settings");
        var loss = new RewardLoss(given.path("center_rewards_coefficient").asDouble(0));
        try (var decoder = Decoder.load(checkpoint("start"), Recorded.CPU)) {
            var session =
                    RewardSession.ofWeights(
                            decoder,
                            ElementType.F32,
                            new RewardSession.Settings(
                                    loss,
                                    given.path("weight_decay").asDouble(),
                                    given.path("max_grad_norm").asDouble()));
            steps(
                    (batches, rate) ->
                            session.step(
                                    batches.stream()
                                            .flatMap(batch -> rewardPairs(batch).stream())
                                            .toList(),
                                    rate));
            compareWeights(decoder, REWARD_WEIGHTS);
        }
    }

    private void compareWeights(Decoder decoder, double tolerance) throws IOException {
        var recorded = SafetensorsFile.open(folder.resolve(trace.path("final").asText()));
        var missing = new HashSet<>(recorded.names());
        var weights = 0.0;
        for (var tensor : decoder.stored(tensor -> StoredType.F32)) {
            var ours = Recorded.floats(tensor);
            var theirs = Recorded.floats(recorded, tensor.name());
            missing.remove(tensor.name());
            weights =
                    Math.max(
                            weights,
                            ours.length == theirs.length
                                    ? Recorded.largest(ours, 0, theirs, 0, ours.length)
                                    : Double.NaN);
        }
        suite.add(Check.of(name + " final weights", weights, tolerance));
        suite.add(Check.equal(name + " recorded weights without a place", missing.size()));
    }

    private ModelRef checkpoint(String field) {
        return ModelRef.of(root.resolve(trace.path(field).asText()));
    }

    private DpoSession.Settings settings() {
        var given = trace.path("settings");
        var loss = JsonNodeFactory.instance.objectNode();
        given.properties().stream()
                .filter(field -> RecordedLoss.isSetting(field.getKey()))
                .forEach(field -> loss.set(field.getKey(), field.getValue()));
        if (trace.path("loss_weights").isArray()) {
            loss.set("loss_weights", trace.path("loss_weights"));
        }
        return new DpoSession.Settings(
                RecordedLoss.read(loss, UnaryOperator.identity()),
                given.path("weight_decay").asDouble(),
                given.path("max_grad_norm").asDouble());
    }

    /// An optimizer step on recorded batches. Taken together their loss is the mean of theirs, for
    /// losses that are means over as many pairs in each.
    private interface Step {
        Map<String, Double> take(List<JsonNode> batches, double rate);
    }

    private void steps(DpoSession session) {
        steps(
                (batches, rate) -> {
                    var pairs = batches.stream().flatMap(batch -> pairs(batch).stream()).toList();
                    return session.step(pairs, session.references(pairs), rate);
                });
    }

    private void steps(Step step) {
        var found = new TraceDifferences();
        var each = TrainerSettings.batchesPerStep(trace);
        for (var i = 0; i < trace.path("steps").size(); i++) {
            var expected = trace.path("steps").get(i);
            found.compare(
                    step.take(
                            IntStream.range(i * each, (i + 1) * each)
                                    .mapToObj(trace.path("batches")::path)
                                    .toList(),
                            expected.path("lr_used_for_this_update").asDouble()),
                    expected);
        }
        found.report(name, suite);
    }

    private static List<RewardPair> rewardPairs(JsonNode batch) {
        var rows = Recorded.rows(batch);
        var half = rows.size() / 2;
        return IntStream.range(0, half)
                .mapToObj(
                        i ->
                                new RewardPair(
                                        "pair " + i,
                                        "",
                                        rows.get(i),
                                        rows.get(half + i),
                                        1,
                                        batch.path("margin").path(i).asDouble(0)))
                .toList();
    }

    private static List<TokenPair> pairs(JsonNode batch) {
        var half = batch.path("input_ids").size() / 2;
        var pairs = new ArrayList<TokenPair>();
        for (var i = 0; i < half; i++) {
            pairs.add(
                    new TokenPair(
                            "pair " + i,
                            part(batch, i, 0),
                            part(batch, i, 1),
                            part(batch, half + i, 1),
                            1));
        }
        return pairs;
    }

    /// Tokens whose completion mask is `side`.
    private static int[] part(JsonNode batch, int row, int side) {
        return IntStream.range(0, batch.path("input_ids").get(row).size())
                .filter(t -> batch.path("attention_mask").get(row).get(t).asInt() == 1)
                .filter(t -> batch.path("completion_mask").get(row).get(t).asInt() == side)
                .map(t -> batch.path("input_ids").get(row).get(t).asInt())
                .toArray();
    }
}
