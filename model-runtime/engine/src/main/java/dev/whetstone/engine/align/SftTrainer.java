package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigWriter;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Rope;
import dev.whetstone.engine.family.SpecialIds;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Layers;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.SftSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Trains a small Llama from nothing by likelihood: all weights, tied head, cosine schedule.
public final class SftTrainer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SPREAD = 0.02;
    private static final int MOST_SKIPPED = 3;

    private final SftSettings settings;
    private final RunControl control;
    private final Decoder decoder;
    private final WeightsLearner learner;
    private final AdamW optimizer;
    private final ElementType type;
    private final OptimizerState optimizerState;
    private final Checkpoint checkpoint;
    private final MetricsLog log;
    private final MemoryLadder ladder;
    private final TextOrder order;
    private final Schedule schedule;
    private long step;
    private long tokens;
    private double seconds;
    private double firstLoss;
    private double lateLoss;
    private int lateSteps;
    private int skipped;

    private SftTrainer(
            Decoder decoder,
            List<TokenText> texts,
            SftSettings settings,
            Path out,
            String fingerprint,
            ElementType type,
            RunControl control) {
        this.decoder = decoder;
        this.type = type;
        this.settings = settings;
        this.control = control;
        this.learner = new WeightsLearner(decoder);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        decoder.weights(),
                        decoder.decays(),
                        settings.weightDecay());
        this.optimizerState = new OptimizerState(optimizer, decoder.files());
        this.ladder = new MemoryLadder(usual(decoder.scope()), control);
        this.checkpoint = new Checkpoint(out.resolve("checkpoint"), fingerprint);
        this.log = new MetricsLog(out.resolve("metrics.jsonl"));
        this.order = new TextOrder(texts, settings.tokensPerStep(), settings.seed());
        this.schedule =
                new Schedule(
                        "cosine",
                        settings.learningRate(),
                        settings.warmupSteps(),
                        settings.steps());
        Optional<Checkpoint.Saved> saved = checkpoint.latest();
        saved.ifPresent(this::restore);
        log.keep(step);
    }

    /// Weights learn whole, so that only the micro-batch can be cut.
    private static StepPlan usual(Scope where) {
        return new StepPlan(
                StepPlan.usual(where).tokens(), Layers.COMPUTED_AGAIN, StepPlan.FEWEST_POSITIONS);
    }

    /// Leaves `config.json`, `generation_config.json`, `model.safetensors` (F16), `metrics.jsonl`
    /// and `checkpoint/` in `out`; called again with the same input it goes on from the last
    /// checkpoint.
    ///
    /// @param texts the loss is on their marked tokens
    /// @param device with bf16, multiplications are in bf16; weights, gradients and moments stay in
    ///     fp32
    /// @throws RuntimeFailure `settings.sft`, `training.no-texts`, `tokens.range`,
    ///     `checkpoint.mismatch`, `training.non-finite`
    /// @throws RunCancelled after a checkpoint
    public static SftResult run(
            List<TokenText> texts,
            SpecialIds ids,
            SftSettings settings,
            Device device,
            Path out,
            RunControl control) {
        DecoderConfig config = config(settings, ids);
        check(texts, settings);
        Fingerprint fingerprint = new Fingerprint().with(settings.toString()).with(ids.toString());
        for (TokenText text : texts) {
            fingerprint.with(text.ids()).with(java.util.Arrays.toString(text.learn()));
        }
        fingerprint.with(device.dtype().name());
        ElementType type = device.dtype() == DType.BF16 ? ElementType.BF16 : ElementType.F32;
        Device exact = new Device(device.name(), device.threads(), DType.FP32);
        try (Decoder decoder = Decoder.random(config, exact, SPREAD, settings.seed())) {
            Files.createDirectories(out);
            SftTrainer trainer =
                    new SftTrainer(decoder, texts, settings, out, fingerprint.hex(), type, control);
            trainer.train();
            SafetensorsWriter.write(
                    out.resolve("model.safetensors"),
                    Map.of("format", "pt"),
                    decoder.stored(name -> StoredType.F16));
            ConfigWriter.write(out, config, "float16");
            return trainer.result();
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "model.write", out + ": cannot be written: " + e.getMessage(), "", e);
        }
    }

    private void train() {
        SftStep pass = new SftStep(learner, optimizer, type);
        while (step < settings.steps()) {
            if (control.atSafePoint() == RunControl.Signal.END) {
                save();
                throw new RunCancelled();
            }
            once(pass);
            if (step % Math.max(1, settings.checkpointEvery()) == 0) {
                save();
            }
        }
        save();
    }

    private void once(SftStep pass) {
        long begin = System.nanoTime();
        List<TokenText> texts = order.next();
        double rate = schedule.rate(step);
        long read = texts.stream().mapToLong(text -> text.ids().length).sum();
        Step done =
                ladder.compute(
                        "step " + (step + 1), plan -> step(pass, texts, plan, rate), this::save);
        double loss = done.loss();
        double norm = done.norm();
        if (!done.isFinite()) {
            skip();
        }
        step++;
        tokens += read;
        double spent = (System.nanoTime() - begin) / 1e9;
        seconds += spent;
        firstLoss = step == 1 ? loss : firstLoss;
        if (done.isFinite() && step > settings.steps() - Math.max(1, settings.steps() / 20)) {
            lateLoss += loss;
            lateSteps++;
        }
        Map<String, Double> values = new TreeMap<>();
        values.put("loss", loss);
        values.put("grad_norm", norm);
        values.put("learning_rate", rate);
        values.put("global_step", (double) step);
        values.put("num_tokens", (double) tokens);
        values.putAll(ladder.figures());
        log.append(values);
        values.put("tokens_per_second", read / spent);
        control.progress("train", step, settings.steps(), Collections.unmodifiableMap(values));
    }

    private record Step(double loss, double norm) {
        boolean isFinite() {
            return Double.isFinite(loss) && Double.isFinite(norm);
        }
    }

    private Step step(SftStep pass, List<TokenText> texts, StepPlan plan, double rate) {
        try (Scope scope = decoder.scope().inner()) {
            SftStep.Outcome outcome = pass.run(scope, texts, plan.tokens());
            List<Tensor> gradients = outcome.gradients();
            double norm =
                    gradients.isEmpty() ? 0 : optimizer.clip(scope, gradients, settings.gradClip());
            Step done = new Step(outcome.loss(), norm);
            if (done.isFinite() && !gradients.isEmpty()) {
                optimizerState.update(gradients, rate, step + 1);
            }
            return done;
        }
    }

    private void skip() {
        skipped++;
        if (skipped >= MOST_SKIPPED) {
            throw new RuntimeFailure(
                    "training.non-finite",
                    "after " + skipped + " steps without finite numbers the training stopped",
                    "lower the learning rate");
        }
    }

    private SftResult result() {
        long parameters = decoder.weights().stream().mapToLong(Tensor::size).sum();
        return new SftResult(
                parameters,
                step,
                tokens,
                firstLoss,
                lateSteps == 0 ? firstLoss : lateLoss / lateSteps,
                seconds,
                tokens / seconds);
    }

    private void save() {
        ObjectNode state = JSON.createObjectNode();
        state.put("tokens", tokens);
        state.put("seconds", seconds);
        state.put("first_loss", firstLoss);
        state.put("late_loss", lateLoss);
        state.put("late_steps", lateSteps);
        state.put("skipped", skipped);
        state.put("optimizer_steps", optimizer.steps());
        log.force();
        state.set("plan", JSON.valueToTree(ladder.plan()));
        state.put("plan_changes", ladder.changes());
        checkpoint.write(step, ladder.changes(), state, optimizerState.stored());
    }

    private void restore(Checkpoint.Saved saved) {
        step = saved.step();
        tokens = saved.state().path("tokens").asLong();
        seconds = saved.state().path("seconds").asDouble();
        firstLoss = saved.state().path("first_loss").asDouble();
        lateLoss = saved.state().path("late_loss").asDouble();
        lateSteps = saved.state().path("late_steps").asInt();
        skipped = saved.state().path("skipped").asInt();
        ladder.restore(
                JSON.convertValue(saved.state().path("plan"), StepPlan.class),
                saved.state().path("plan_changes").asInt());
        order.skip(step);
        optimizerState.restore(
                decoder.scope(), saved.tensors(), saved.state().path("optimizer_steps").asLong());
    }

    private static DecoderConfig config(SftSettings settings, SpecialIds ids) {
        if (settings.hidden() % settings.heads() != 0
                || settings.heads() % settings.kvHeads() != 0
                || settings.hidden() / settings.heads() % 2 != 0) {
            throw new RuntimeFailure(
                    "settings.sft",
                    "heads must divide the hidden size into even parts, kv heads the heads",
                    "");
        }
        return new DecoderConfig(
                "llama",
                settings.vocabulary(),
                settings.hidden(),
                settings.intermediate(),
                settings.layers(),
                settings.heads(),
                settings.kvHeads(),
                settings.hidden() / settings.heads(),
                settings.maxPositions(),
                1e-5,
                DecoderConfig.Head.TIED,
                DecoderConfig.Biases.NONE,
                DecoderConfig.HeadNorm.NONE,
                new Rope.Plain(10_000),
                Collections.nCopies(settings.layers(), DecoderConfig.ALL),
                ids);
    }

    private static void check(List<TokenText> texts, SftSettings settings) {
        if (texts.isEmpty()) {
            throw new RuntimeFailure("training.no-texts", "there are no texts to learn from", "");
        }
        for (int i = 0; i < texts.size(); i++) {
            int[] ids = texts.get(i).ids();
            if (ids.length > settings.maxPositions()) {
                throw new RuntimeFailure(
                        "tokens.range",
                        "text "
                                + (i + 1)
                                + " has "
                                + ids.length
                                + " tokens, the model takes "
                                + settings.maxPositions(),
                        "split it, or raise the positions");
            }
            for (int id : ids) {
                if (id < 0 || id >= settings.vocabulary()) {
                    throw new RuntimeFailure(
                            "tokens.range",
                            "text "
                                    + (i + 1)
                                    + " has the token id "
                                    + id
                                    + ", the vocabulary is "
                                    + settings.vocabulary(),
                            "");
                }
            }
        }
    }
}
