package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.align.DpoSession;
import dev.whetstone.engine.align.TokenPair;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tokens a second of DPO with LoRA on every linear layer, the reference forward inside the time
/// unless it is computed before.
final class DpoBench {
    private static final Set<String> KNOWN =
            Set.of(
                    "model",
                    "pairs",
                    "len",
                    "prompt-frac",
                    "lora",
                    "steps",
                    "lr",
                    "beta",
                    "dtype",
                    "threads",
                    "device",
                    "warmup",
                    "seed",
                    "repeats");

    private DpoBench() {}

    static ObjectNode run(List<String> words, RunControl control) throws IOException {
        var options = BenchOptions.parse(words, KNOWN);
        var folder = options.path("model");
        var device = options.device();
        var length = options.whole("len", 256, 2);
        var prompt = Math.max(1, (int) (length * options.number("prompt-frac", 0.5, 0, 0.99)));
        var rank = options.whole("lora", 16, 1);
        var beta = options.number("beta", 0.1, 1e-9, 1e9);
        var rate = options.number("lr", 1e-4, 0, 1);
        var pairs = options.whole("pairs", 2, 1);
        var warmUp = options.whole("warmup", 1, 0);
        var steps = options.whole("steps", 5, 1);
        var precompute = options.has("precompute");
        var measure = new Measure();
        var result = JsonNodeFactory.instance.objectNode().put("schema", 1);
        // activations of one micro-batch are kept; checkpointing is not offered
        result.set("runtime", Measure.runtime().put("grad_ckpt", false));
        Measure.how(result, device, warmUp);
        measure.mark("imported");
        try (var decoder = Decoder.load(ModelRef.of(folder), device)) {
            var config = decoder.config();
            var tokens = 2L * pairs * length;
            var work =
                    Measure.work("dpo", folder, config, device)
                            .put("pairs", pairs)
                            .put("len", length)
                            .put("prompt", prompt)
                            .put("lora", rank)
                            .put("beta", beta)
                            .put("lr", rate)
                            .put("seed", options.seed())
                            .put("precompute", precompute)
                            .put("tokens", tokens);
            LoraStart.TARGETS.forEach(work.putArray("lora_targets")::add);
            result.set("work", work);
            var modules = LoraInit.choose(decoder.linearLayers(), List.of(), rank, 2.0 * rank);
            var session =
                    DpoSession.ofAdapter(
                            decoder,
                            modules,
                            LoraStart.tensors(decoder, modules),
                            new DpoSession.Settings(
                                    LossSettings.of(LossType.SIGMOID).withBeta(beta), 0, 1));
            var batches = batches(options, config, warmUp + steps, pairs, length, prompt);
            measure.startWork();
            var check = JsonNodeFactory.instance.objectNode();
            if (!options.has("no-check")) {
                result.set("check", check);
                var first = session.references(batches.getFirst().subList(0, 1)).getFirst();
                check.putArray("reference_logps")
                        .add(Measure.round(first.chosen(), 3))
                        .add(Measure.round(first.rejected(), 3));
            }
            var known = new ArrayList<List<DpoSession.Reference>>();
            if (precompute) {
                var begin = System.nanoTime();
                batches.forEach(batch -> known.add(session.references(batch)));
                var seconds = (System.nanoTime() - begin) / 1e9;
                result.put("reference_s", Measure.round(seconds, 3));
                result.put(
                        "reference_tokens_per_second",
                        Measure.round(tokens * batches.size() / seconds, 1));
            }
            var losses = new ArrayList<Double>();
            for (var i = 0; i < batches.size(); i++) {
                control.throwIfEnded();
                if (i == warmUp) {
                    measure.forget();
                }
                var batch = batches.get(i);
                var at = i;
                measure.time(
                        () ->
                                losses.add(
                                        loss(
                                                session.step(
                                                        batch,
                                                        precompute
                                                                ? known.get(at)
                                                                : session.references(batch),
                                                        rate))));
                control.progress("bench", i + 1L, batches.size(), Map.of());
            }
            losses.forEach(loss -> result.withArray("/losses").add(Measure.round(loss, 5)));
            losses.stream()
                    .limit(3)
                    .forEach(loss -> check.withArray("/losses").add(Measure.round(loss, 5)));
            var speed = measure.report(result, tokens);
            var flops = flops(config, modules, length, prompt, precompute);
            result.putObject("physical")
                    .put("useful_gflop_per_step", Measure.round(flops * tokens / 1e9, 1))
                    .put("gflop_s", Measure.round(flops * speed / 1e9, 1))
                    .put("step_s", Measure.round(tokens / speed, 4));
        }
        return result;
    }

    private static double loss(Map<String, Double> metrics) {
        return metrics.getOrDefault("loss", Double.NaN);
    }

    private static List<List<TokenPair>> batches(
            BenchOptions options,
            DecoderConfig config,
            int count,
            int pairs,
            int length,
            int prompt) {
        var ids = new Ids(options.seed(), config.vocabulary());
        var batches = new ArrayList<List<TokenPair>>();
        for (var step = 0; step < count; step++) {
            var batch = new ArrayList<TokenPair>();
            for (var i = 0; i < pairs; i++) {
                var shared = ids.take(prompt);
                batch.add(
                        new TokenPair(
                                step + "-" + i,
                                shared,
                                ids.take(length - prompt),
                                ids.take(length - prompt),
                                1));
            }
            batches.add(batch);
        }
        return batches;
    }

    /// Useful operations a token: the frozen base needs no gradients of its weights.
    private static double flops(
            DecoderConfig config,
            List<AdapterModule> modules,
            int length,
            int prompt,
            boolean precompute) {
        var lora = modules.stream().mapToLong(m -> (long) m.rank() * (m.in() + m.out())).sum();
        var scored = (double) (length - prompt) / length;
        var attention = Measure.attention(config, length / 2.0);
        var forward = 2.0 * Measure.block(config) + attention + 2.0 * Measure.head(config) * scored;
        return 2 * forward + attention + 6.0 * lora + (precompute ? 0 : forward);
    }
}
