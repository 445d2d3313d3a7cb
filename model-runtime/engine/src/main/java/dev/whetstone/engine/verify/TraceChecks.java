package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.DpoSession;
import dev.whetstone.engine.align.TokenPair;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// `traces/NAME`: recorded trainings. LoRA DPO is repeated step by step; others are not supported.
final class TraceChecks {
    private static final double LOSS = 1e-4;

    private TraceChecks() {}

    static void run(Path root, Suite suite, RunControl control) throws IOException {
        for (var folder : Recorded.list(root.resolve("traces"))) {
            var file = folder.resolve("trace.json");
            if (!Files.isRegularFile(file)) {
                continue;
            }
            var name = "traces/" + folder.getFileName();
            var trace = Recorded.json(file);
            if (trace.path("trainer").asText().equals("DPOTrainer")
                    && Files.isDirectory(folder.resolve(trace.path("start").asText("-")))) {
                control.throwIfEnded();
                suite.attempt(name, () -> repeat(root, folder, name, trace, suite));
            } else {
                suite.add(Check.failed(name, "this kind of training is not supported"));
            }
        }
    }

    private static void repeat(Path root, Path folder, String name, JsonNode trace, Suite suite) {
        var settings = trace.path("settings");
        var base = ModelRef.of(root.resolve(trace.path("checkpoint").asText()));
        var start = PeftAdapter.open(folder.resolve(trace.path("start").asText()));
        try (var decoder = Decoder.load(base, Device.CPU)) {
            var adapter = decoder.read(start, decoder.scope());
            var session =
                    new DpoSession(
                            decoder,
                            start.modules(),
                            adapter,
                            new DpoSession.Settings(
                                    settings.path("loss_type").path(0).asText(),
                                    settings.path("beta").asDouble(),
                                    settings.path("weight_decay").asDouble(),
                                    settings.path("max_grad_norm").asDouble()));
            var loss = 0.0;
            var norm = 0.0;
            var reward = 0.0;
            for (var i = 0; i < trace.path("steps").size(); i++) {
                var expected = trace.path("steps").get(i);
                var pairs = pairs(trace.path("batches").get(i));
                var metrics =
                        session.step(
                                pairs,
                                session.references(pairs),
                                expected.path("lr_used_for_this_update").asDouble());
                var recordedNorm = expected.path("grad_norm_before_clipping").asDouble();
                loss = Math.max(loss, difference(metrics.get("loss"), expected.path("loss")));
                norm =
                        Math.max(
                                norm,
                                difference(
                                                metrics.get("grad_norm"),
                                                expected.path("grad_norm_before_clipping"))
                                        / recordedNorm);
                reward =
                        Math.max(
                                reward,
                                difference(
                                        metrics.get("rewards/margins"),
                                        expected.path("rewards/margins")));
            }
            suite.add(Check.of(name + " losses", loss, LOSS));
            suite.add(Check.of(name + " gradient norms, relative", norm, LOSS));
            suite.add(Check.of(name + " reward margins", reward, LOSS));
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
            suite.add(Check.of(name + " final weights", weights, LOSS));
        }
    }

    private static double difference(
            @org.jspecify.annotations.Nullable Double actual, JsonNode expected) {
        return actual == null || !expected.isNumber()
                ? Double.NaN
                : Math.abs(actual - expected.asDouble());
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
