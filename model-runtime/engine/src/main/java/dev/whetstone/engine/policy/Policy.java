package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
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

    /// How often rows are used in one batch of prompts, so that few are free while prompts wait.
    private static final int WAVES = 2;

    /// What the cache of a batch may take where responses and prompts have 512 tokens together.
    private static final long CACHE_BYTES = 1L << 30;

    private static final long USUAL_TOKENS = 512;

    private final Decoder decoder;
    private final Forward forward;

    private Policy(Decoder decoder) {
        this.decoder = decoder;
        this.forward = decoder.forward();
        warmUp();
    }

    /// Lets each program of generation run once over next to nothing, see [Forward].
    private void warmUp() {
        Sampling greedy = new Sampling(0, 1, 0, 0, 1, 2, 0);
        new Generator(forward, greedy, 1, 1, RunControl.NONE)
                .run(
                        decoder.scope(),
                        List.of(new GenerationRequest("", new int[1])),
                        (ended, tokens) -> {});
    }

    /// Reads a folder and merges its adapters.
    ///
    /// @throws RuntimeFailure naming file and field
    public static Policy load(ModelRef model, Device device) {
        if (ConfigReader.read(model.folder()).head() == DecoderConfig.Head.SCORE) {
            throw new RuntimeFailure(
                    "model.head",
                    model.folder() + ": this model scores texts and writes none",
                    "name a language model, or use it as a reward model");
        }
        return new Policy(Decoder.packed(model, device));
    }

    public DecoderConfig config() {
        return decoder.config();
    }

    /// Logits after each of the tokens, [T, vocabulary] row by row.
    public float[] logits(int[] ids) {
        return logits(List.of(ids));
    }

    /// Logits of a batch, [B, T, vocabulary] row by row, T being the longest row; those behind a
    /// shorter row's end mean nothing.
    public float[] logits(List<int[]> rows) {
        rows.forEach(ids -> Rows.check(config(), ids, "the text"));
        try (Scope scope = decoder.scope().inner()) {
            return forward.logits(scope, TokenBatch.unmarked(rows)).floats();
        }
    }

    /// What the next token is drawn from: the processors' probabilities, [vocabulary].
    ///
    /// @param logits of the vocabulary after `ids`
    /// @param ids prompt and response so far
    public float[] probabilities(float[] logits, int[] ids, Sampling sampling) {
        return new Generator(forward, sampling, 1, 1, RunControl.NONE)
                .probabilities(decoder.scope(), logits, ids);
    }

    /// Natural log-probability of each completion token, rows in the given order.
    public List<float[]> completionLogProbs(List<Completion> completions, RunControl control) {
        for (int i = 0; i < completions.size(); i++) {
            Rows.check(config(), completions.get(i).prompt(), "row " + (i + 1));
            Rows.check(config(), completions.get(i).completion(), "row " + (i + 1));
        }
        return new Scorer(forward).logProbs(decoder.scope(), completions, "score", control);
    }

    /// Prompts that are answered together. A run that resumes at a multiple of this has the same
    /// batches as one that was never interrupted, and with them the same results to the last bit.
    public int promptsPerBatch(int samples) {
        return Math.max(1, WAVES * rows() / samples);
    }

    /// Rows that grow at once.
    private int rows() {
        long perToken = 8L * config().layers() * config().keyWidth();
        return (int) Math.max(1, Math.min(ROWS, CACHE_BYTES / (perToken * USUAL_TOKENS)));
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
        requests.forEach(
                request -> Rows.check(config(), request.ids(), "prompt " + request.promptId()));
        Generator generator = new Generator(forward, sampling, samples, rows(), control);
        long begin = System.nanoTime();
        int size = promptsPerBatch(samples);
        int finished = 0;
        long tokens = 0;
        for (int from = 0; from < requests.size(); from += size) {
            control.throwIfEnded();
            List<GenerationRequest> some =
                    requests.subList(from, Math.min(requests.size(), from + size));
            int first = from;
            long earlier = tokens;
            List<List<Generation>> answers =
                    generator.run(
                            decoder.scope(),
                            some,
                            (ended, made) ->
                                    control.progress(
                                            "generate",
                                            first + ended / samples,
                                            requests.size(),
                                            rate(earlier + made, begin)));
            for (int i = 0; i < some.size(); i++) {
                for (Generation answer : answers.get(i)) {
                    tokens += answer.ids().length;
                    finished += answer.finished() ? 1 : 0;
                }
                sink.accept(some.get(i), answers.get(i));
            }
        }
        return new GenerationSummary(
                requests.size(),
                requests.size() * samples,
                finished,
                tokens,
                (System.nanoTime() - begin) / 1e9);
    }

    private static Map<String, Double> rate(long tokens, long begin) {
        return Map.of("tokens_per_second", tokens * 1e9 / (System.nanoTime() - begin));
    }

    @Override
    public void close() {
        decoder.close();
    }
}
