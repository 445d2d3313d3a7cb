package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.align.RewardPair;
import dev.whetstone.engine.align.RewardSession;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.loss.RewardLoss;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.RewardDecoder;
import dev.whetstone.engine.policy.RewardPolicy;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tokens a second of a reward model: scoring texts, and steps of its training.
final class RewardBench {
    private static final Set<String> KNOWN =
            Set.of(
                    "model", "mode", "batch", "pairs", "len", "train", "lora", "steps", "lr",
                    "dtype", "threads", "device", "warmup", "seed", "repeats");
    private static final int RANGE = 1 << 20;
    private static final long HEAD_SEED = 99;

    private final BenchOptions options;
    private final RunControl control;
    private final Path folder;
    private final Device device;
    private final int length;
    private final Measure measure = new Measure();
    private final ObjectNode result = JsonNodeFactory.instance.objectNode().put("schema", 1);

    private RewardBench(BenchOptions options, RunControl control) {
        this.options = options;
        this.control = control;
        this.folder = options.path("model");
        this.device = options.device();
        this.length = options.whole("len", 256, 2);
    }

    static ObjectNode run(List<String> words, RunControl control) throws IOException {
        var options = BenchOptions.parse(words, KNOWN);
        var bench = new RewardBench(options, control);
        switch (options.text("mode", "score")) {
            case "score" -> bench.score();
            case "train" -> bench.train();
            default -> throw BenchOptions.wrong("--mode must be score or train");
        }
        return bench.result;
    }

    private void score() throws IOException {
        var batch = options.whole("batch", 10, 1);
        var warmUp = options.whole("warmup", 1, 0);
        begin(warmUp);
        try (var decoder = opened(device)) {
            var tokens = (long) batch * length;
            result.set(
                    "work",
                    work("reward-score", decoder).put("batch", batch).put("tokens", tokens));
            var ids = new Ids(options.seed(), decoder.config().vocabulary());
            var rows = new ArrayList<int[]>();
            for (var i = 0; i < batch; i++) {
                rows.add(ids.take(length));
            }
            measure.startWork();
            var policy = RewardPolicy.of(decoder);
            var repeats = warmUp + options.whole("repeats", 5, 1);
            for (var i = 0; i < repeats; i++) {
                control.throwIfEnded();
                if (i == warmUp) {
                    measure.forget();
                }
                measure.time(() -> policy.scores(rows, RunControl.NONE));
                control.progress("bench", i + 1L, repeats, Map.of());
            }
            if (!options.has("no-check")) {
                var scores = result.putObject("check").putArray("scores");
                policy.scores(rows, RunControl.NONE).stream()
                        .limit(4)
                        .forEach(score -> scores.add(Measure.round(score[0], 5)));
            }
            physical(tokens, forward(decoder.config()));
        }
    }

    private void train() throws IOException {
        var pairs = options.whole("pairs", 4, 1);
        var rank = options.whole("lora", 16, 1);
        var rate = options.number("lr", 1e-4, 0, 1);
        var learned = options.text("train", "lora");
        var warmUp = options.whole("warmup", 1, 0);
        begin(warmUp);
        // all weights learn in fp32, whatever they are multiplied in
        var exact = new Device(device.name(), device.threads(), DType.FP32);
        try (var decoder = opened(learned.equals("full") ? exact : device)) {
            var tokens = 2L * pairs * length;
            result.set(
                    "work",
                    work("reward-train", decoder)
                            .put("pairs", pairs)
                            .put("train", learned)
                            .put("lora", rank)
                            .put("lr", rate)
                            .put("tokens", tokens));
            var settings = new RewardSession.Settings(new RewardLoss(0), 0, 1);
            var modules = LoraInit.choose(decoder.linearLayers(), List.of(), rank, 2.0 * rank);
            var session =
                    switch (learned) {
                        case "lora" ->
                                RewardSession.ofAdapter(
                                        decoder,
                                        modules,
                                        LoraStart.tensors(decoder, modules),
                                        settings);
                        case "head" -> RewardSession.ofHead(decoder, settings);
                        case "full" -> RewardSession.ofWeights(decoder, type(), settings);
                        default -> throw BenchOptions.wrong("--train must be lora, head or full");
                    };
            var batches = batches(decoder.config(), warmUp + options.whole("steps", 5, 1), pairs);
            measure.startWork();
            steps(session, batches, rate, warmUp);
            physical(tokens, flops(decoder.config(), modules, learned));
        }
    }

    private void begin(int warmUp) {
        result.set("runtime", Measure.runtime().put("grad_ckpt", false));
        Measure.how(result, device, warmUp);
        measure.mark("imported");
    }

    private void steps(
            RewardSession session, List<List<RewardPair>> batches, double rate, int warmUp) {
        var losses = new ArrayList<Double>();
        for (var i = 0; i < batches.size(); i++) {
            control.throwIfEnded();
            if (i == warmUp) {
                measure.forget();
            }
            var batch = batches.get(i);
            measure.time(
                    () -> losses.add(session.step(batch, rate).getOrDefault("loss", Double.NaN)));
            control.progress("bench", i + 1L, batches.size(), Map.of());
        }
        losses.forEach(loss -> result.withArray("/losses").add(Measure.round(loss, 5)));
        if (!options.has("no-check")) {
            losses.stream()
                    .limit(3)
                    .forEach(loss -> result.withArray("/check/losses").add(Measure.round(loss, 5)));
        }
    }

    private void physical(long tokens, double flops) {
        var speed = measure.report(result, tokens);
        result.putObject("physical")
                .put("useful_gflop_per_step", Measure.round(flops * tokens / 1e9, 1))
                .put("gflop_s", Measure.round(flops * speed / 1e9, 1));
    }

    private ElementType type() {
        return device.dtype() == DType.BF16 ? ElementType.BF16 : ElementType.F32;
    }

    private ObjectNode work(String bench, Decoder decoder) {
        return Measure.work(bench, folder, decoder.config(), device)
                .put("len", length)
                .put("seed", options.seed());
    }

    /// A language model under the protocol's head.
    private Decoder opened(Device in) {
        var decoder = RewardDecoder.open(ModelRef.of(folder), in, 0);
        var ids = new Ids(HEAD_SEED, RANGE);
        var head = new float[decoder.config().hidden()];
        for (var i = 0; i < head.length; i++) {
            head[i] = (float) (((double) ids.next() / RANGE - 0.5) * 0.02);
        }
        RewardDecoder.setHead(decoder, head);
        return decoder;
    }

    private List<List<RewardPair>> batches(DecoderConfig config, int count, int pairs) {
        var ids = new Ids(options.seed(), config.vocabulary());
        var batches = new ArrayList<List<RewardPair>>();
        for (var step = 0; step < count; step++) {
            var batch = new ArrayList<RewardPair>();
            for (var i = 0; i < pairs; i++) {
                var id = step + "-" + i;
                batch.add(new RewardPair(id, id, ids.take(length), ids.take(length), 1, 0));
            }
            batches.add(batch);
        }
        return batches;
    }

    private double forward(DecoderConfig config) {
        return 2.0 * Measure.block(config) + Measure.attention(config, length / 2.0);
    }

    /// Useful operations a token: a frozen base needs no gradients of its weights.
    private double flops(DecoderConfig config, List<AdapterModule> modules, String learned) {
        var forward = forward(config);
        var adapter = modules.stream().mapToLong(m -> (long) m.rank() * (m.in() + m.out())).sum();
        return switch (learned) {
            case "lora" -> 2 * forward + Measure.attention(config, length / 2.0) + 6.0 * adapter;
            case "full" -> 3 * forward;
            default -> forward;
        };
    }
}
