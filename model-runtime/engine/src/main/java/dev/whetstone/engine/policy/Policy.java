package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import java.util.List;
import java.util.Map;

/// A policy that answers and scores. Takes and gives token ids. Used by one thread at a time.
public final class Policy implements AutoCloseable {
    /// Rows of one generation batch: more cost little time up to about here, and memory always.
    private static final int ROWS = 96;

    private final Decoder decoder;
    private final Forward forward;

    private Policy(Decoder decoder) {
        this.decoder = decoder;
        this.forward = decoder.forward();
    }

    /// Reads a folder and merges its adapters.
    ///
    /// @throws RuntimeFailure naming file and field
    public static Policy load(ModelRef model, Device device) {
        return new Policy(Decoder.load(model, device));
    }

    public DecoderConfig config() {
        return decoder.config();
    }

    /// Logits after each of the tokens, [T, vocabulary] row by row.
    public float[] logits(int[] ids) {
        check(ids, "the text");
        try (Scope scope = decoder.scope().inner()) {
            return forward.logits(
                            scope, TokenBatch.of(List.of(ids), List.of(new boolean[ids.length])))
                    .floats();
        }
    }

    /// Natural log-probability of each completion token, rows in the given order.
    public List<float[]> completionLogProbs(List<Completion> completions, RunControl control) {
        for (int i = 0; i < completions.size(); i++) {
            check(completions.get(i).prompt(), "row " + (i + 1));
            check(completions.get(i).completion(), "row " + (i + 1));
        }
        return new Scorer(forward).logProbs(decoder.scope(), completions, "score", control);
    }

    /// Prompts that are computed together. A run that resumes at a multiple of this has the same
    /// batches as one that was never interrupted, and with them the same results to the last bit.
    public int promptsPerBatch(int samples) {
        return Math.max(1, ROWS / samples);
    }

    /// Samples responses. Sample n of a prompt is drawn with random numbers that depend on the
    /// seed, the prompt's id and n alone; its batch mates can change it only where two numbers of
    /// fp32 arithmetic differ in their last bits at the border between two tokens.
    ///
    /// @param samples responses for each prompt, 1 or more
    /// @param sink gets the responses in the order of the requests
    public GenerationSummary generate(
            List<GenerationRequest> requests,
            Sampling sampling,
            int samples,
            GenerationSink sink,
            RunControl control) {
        requests.forEach(request -> check(request.ids(), "prompt " + request.promptId()));
        Generator generator = new Generator(forward, sampling, samples, control);
        long begin = System.nanoTime();
        int size = promptsPerBatch(samples);
        int finished = 0;
        long tokens = 0;
        for (int from = 0; from < requests.size(); from += size) {
            control.throwIfEnded();
            List<GenerationRequest> some =
                    requests.subList(from, Math.min(requests.size(), from + size));
            List<List<Generation>> answers = generator.run(decoder.scope(), some);
            for (int i = 0; i < some.size(); i++) {
                for (Generation answer : answers.get(i)) {
                    tokens += answer.ids().length;
                    finished += answer.finished() ? 1 : 0;
                }
                sink.accept(some.get(i), answers.get(i));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            control.progress(
                    "generate",
                    from + some.size(),
                    requests.size(),
                    Map.of("tokens_per_second", tokens / seconds));
        }
        return new GenerationSummary(
                requests.size(),
                requests.size() * samples,
                finished,
                tokens,
                (System.nanoTime() - begin) / 1e9);
    }

    /// libtorch reads past the embedding for an id that it does not have.
    private void check(int[] ids, String what) {
        for (int id : ids) {
            if (id < 0 || id >= config().vocabulary()) {
                throw new RuntimeFailure(
                        "tokens.range",
                        what
                                + " has the token id "
                                + id
                                + ", the model knows 0 to "
                                + (config().vocabulary() - 1),
                        "check that the tokenizer belongs to this model");
            }
        }
        if (ids.length > config().maxPositions()) {
            throw new RuntimeFailure(
                    "prompt.too-long",
                    what
                            + " has "
                            + ids.length
                            + " tokens, the model takes "
                            + config().maxPositions(),
                    "shorten it");
        }
    }

    @Override
    public void close() {
        decoder.close();
    }
}
