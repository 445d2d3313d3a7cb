package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.GenerationRequest;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// New tokens a second: several samples of each prompt, prefill inside the time, fixed lengths.
final class GenerateBench {
    private static final Set<String> KNOWN =
            Set.of(
                    "model",
                    "prompts",
                    "prompt-len",
                    "samples",
                    "new-tokens",
                    "temperature",
                    "top-p",
                    "dtype",
                    "threads",
                    "device",
                    "repeats",
                    "warmup",
                    "seed");

    private GenerateBench() {}

    static ObjectNode run(List<String> words, RunControl control) throws IOException {
        var options = BenchOptions.parse(words, KNOWN);
        var folder = options.path("model");
        var device = options.device();
        var samples = options.whole("samples", 5, 1);
        var newTokens = options.whole("new-tokens", 64, 1);
        var sampling =
                new Sampling(
                        options.number("temperature", 0.8, 0, 100),
                        options.number("top-p", 0.95, 1e-9, 1),
                        0,
                        0,
                        1,
                        newTokens,
                        options.seed());
        var measure = new Measure();
        var result = JsonNodeFactory.instance.objectNode().put("schema", 1);
        result.set("runtime", Measure.runtime());
        Measure.how(result, device, options.whole("warmup", 1, 0));
        measure.mark("imported");
        try (var endless = EndlessModel.of(folder, folder);
                var policy = Policy.load(ModelRef.of(endless.folder()), device)) {
            var config = policy.config();
            var requests = requests(options, config);
            var length = requests.getFirst().ids().length;
            var tokens = (long) requests.size() * samples * newTokens;
            result.set(
                    "work",
                    Measure.work("generate", folder, config, device)
                            .put("prompts", requests.size())
                            .put("prompt_len", length)
                            .put("samples", samples)
                            .put("new_tokens", newTokens)
                            .put("temperature", sampling.temperature())
                            .put("top_p", sampling.topP())
                            .put("seed", options.seed())
                            .put("tokens", tokens));
            measure.startWork();
            if (!options.has("no-check")) {
                result.set("check", check(policy, requests.getFirst()));
            }
            var repeats = options.whole("repeats", 5, 1);
            var warmUp = options.whole("warmup", 1, 0);
            for (var i = 0; i < warmUp + repeats; i++) {
                control.throwIfEnded();
                if (i == warmUp) {
                    measure.forget();
                }
                measure.time(() -> once(policy, requests, sampling, samples, tokens, control));
                control.progress("bench", i + 1L, warmUp + repeats, java.util.Map.of());
            }
            var rate = measure.report(result, tokens);
            result.set(
                    "physical",
                    physical(config, device, requests.size() * samples, length, newTokens, rate));
        }
        return result;
    }

    private static List<GenerationRequest> requests(BenchOptions options, DecoderConfig config) {
        var ids = new Ids(options.seed(), config.vocabulary());
        var requests = new ArrayList<GenerationRequest>();
        for (var i = 0; i < options.whole("prompts", 1, 1); i++) {
            requests.add(
                    new GenerationRequest("p" + i, ids.take(options.whole("prompt-len", 64, 1))));
        }
        return requests;
    }

    private static void once(
            Policy policy,
            List<GenerationRequest> requests,
            Sampling sampling,
            int samples,
            long tokens,
            RunControl control) {
        var made = new AtomicLong();
        policy.generate(
                requests,
                sampling,
                samples,
                (request, answers) -> answers.forEach(a -> made.addAndGet(a.ids().length)),
                new Quiet(control));
        if (made.get() != tokens) {
            throw new IllegalStateException(
                    "made " + made.get() + " tokens where " + tokens + " were to be made");
        }
    }

    private static ObjectNode check(Policy policy, GenerationRequest first) {
        var check = JsonNodeFactory.instance.objectNode();
        var greedy = check.putArray("greedy_ids");
        policy.generate(
                List.of(first),
                new Sampling(0, 1, 0, 0, 1, 8, 1),
                1,
                (request, answers) -> Arrays.stream(answers.getFirst().ids()).forEach(greedy::add),
                RunControl.NONE);
        var ids = first.ids();
        var vocabulary = policy.config().vocabulary();
        var logits = policy.logits(ids);
        var sum = 0.0;
        for (var i = logits.length - vocabulary; i < logits.length; i++) {
            sum += Math.abs(logits[i]);
        }
        check.put("last_logits_sum_abs", Measure.round(sum, 2));
        if (ids.length > 1) {
            var rest = Arrays.copyOfRange(ids, 1, ids.length);
            var scores =
                    policy.completionLogProbs(
                            List.of(new Completion(Arrays.copyOf(ids, 1), rest)), RunControl.NONE);
            var total = 0.0;
            for (var score : scores.getFirst()) {
                total += score;
            }
            check.put("prompt_logp", Measure.round(total, 4));
        }
        return check;
    }

    private static ObjectNode physical(
            DecoderConfig config,
            Device device,
            int rows,
            int promptLength,
            int newTokens,
            double rate) {
        var width = device.dtype() == DType.BF16 ? 2 : 4;
        var keys = promptLength + newTokens / 2.0;
        var weights = (double) (Measure.block(config) + Measure.head(config)) * width;
        var cache = 2.0 * rows * keys * config.keyWidth() * config.layers() * width;
        var perToken =
                2.0 * (Measure.block(config) + Measure.head(config))
                        + Measure.attention(config, keys);
        return JsonNodeFactory.instance
                .objectNode()
                .put("step_ms", Measure.round(rows / rate * 1000, 3))
                .put("weight_mb_per_step", Measure.round(weights / 1e6, 1))
                .put("cache_mb_per_step", Measure.round(cache / 1e6, 1))
                .put("read_gb_s", Measure.round((weights + cache) * rate / rows / 1e9, 2))
                .put("gflop_s", Measure.round(perToken * rate / 1e9, 1));
    }

    /// Safe points of another run without its progress, which would be timed too.
    private record Quiet(RunControl control) implements RunControl {
        @Override
        public Signal atSafePoint() {
            return control.atSafePoint();
        }

        @Override
        public void progress(
                String stage, long done, long total, java.util.Map<String, Double> metrics) {}
    }
}
