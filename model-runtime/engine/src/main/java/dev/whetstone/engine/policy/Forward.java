package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.tensor.Call;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.TensorList;
import java.util.ArrayList;
import java.util.List;

/// Passes over a decoder, with one adapter or none.
public final class Forward {
    /// Positions whose logits exist at a time where nothing else is asked for.
    private static final int CHUNK = 256;

    private static final TokenBatch SMALLEST =
            TokenBatch.of(List.of(new Completion(new int[1], new int[1])));

    private final Decoder decoder;
    private final Program program;
    private final Tensor head;
    private final TensorList weightList;
    private final TensorList adapter;
    private boolean warm;
    private boolean warmForLearning;

    /// @param head output weights as the program multiplies them
    Forward(
            Decoder decoder,
            Program program,
            List<Tensor> weights,
            Tensor head,
            TensorList adapter) {
        this.decoder = decoder;
        this.program = program;
        this.head = head;
        List<Tensor> all = new ArrayList<>(weights);
        all.add(head);
        this.weightList = decoder.scope().list(all);
        this.adapter = adapter;
    }

    public DecoderConfig config() {
        return decoder.config();
    }

    /// Normed hidden states [N, hidden] of the batch's packed tokens, without gradients.
    public Tensor hidden(Scope out, TokenBatch batch) {
        warmUp(out);
        return hiddenCall(out, batch).infer(out).getFirst();
    }

    /// As [#hidden], recording gradients with respect to whatever asks for them.
    public Tensor recordedHidden(Scope out, TokenBatch batch) {
        warmUp(out);
        return hiddenCall(out, batch).record(out).getFirst();
    }

    /// fp32 outputs of the head at every place of the padded rows: logits [B, T, vocabulary] row by
    /// row, or scores [B, T, labels].
    public Tensor logits(Scope out, TokenBatch batch) {
        try (Scope inner = out.inner()) {
            Tensor hidden = pick(inner, hidden(inner, batch), batch.padded());
            return program.call("logits").with(hidden).with(head).infer(out).getFirst();
        }
    }

    /// fp32 scores [N, labels] of a classification head at some of the packed tokens.
    public Tensor classify(Scope out, Tensor hidden, long[] positions) {
        return classification(out, hidden, positions).infer(out).getFirst();
    }

    /// As [#classify], recording gradients.
    ///
    /// @param hidden from [#recordedHidden]
    public Tensor recordedClassify(Scope out, Tensor hidden, long[] positions) {
        return classification(out, hidden, positions).record(out).getFirst();
    }

    private Call classification(Scope out, Tensor hidden, long[] positions) {
        return program.call("classify")
                .with(hidden)
                .with(out.longs(positions, positions.length))
                .with(head);
    }

    /// Log-probabilities of the batch's targets.
    public float[] logProbs(Tensor hidden, TokenBatch batch) {
        try (Scope inner = hidden.scope().inner()) {
            return targets("log_probs", inner, hidden, batch)
                    .with((long) CHUNK)
                    .compute(inner)
                    .getFirst()
                    .floats();
        }
    }

    /// Scores of the batch's targets.
    public TokenScores score(Tensor hidden, TokenBatch batch) {
        try (Scope inner = hidden.scope().inner()) {
            return new TokenScores(
                    targets("score", inner, hidden, batch)
                            .with((long) CHUNK)
                            .compute(inner)
                            .getFirst()
                            .floats());
        }
    }

    private Call targets(String method, Scope inner, Tensor hidden, TokenBatch batch) {
        return program.call(method)
                .with(pick(inner, hidden, batch.positions()))
                .with(head)
                .with(inner.longs(batch.targets(), batch.targets().length));
    }

    /// A pass of an adapter that is being trained, and what its gradient needs.
    public static final class AdapterPass {
        private final TokenBatch batch;
        private final List<Tensor> kept;
        private final Layers layers;

        private AdapterPass(TokenBatch batch, List<Tensor> kept, Layers layers) {
            this.batch = batch;
            this.kept = kept;
            this.layers = layers;
        }

        /// Normed hidden states of the packed tokens.
        public Tensor hidden() {
            return kept.getLast();
        }
    }

    /// Scores of a pass's targets.
    ///
    /// @param units of each log-probability its gradient with respect to the hidden state, [N,
    ///     hidden]
    public record ScoredPass(AdapterPass pass, TokenScores scores, Tensor units) {}

    /// A pass from which [#gradients] come.
    public AdapterPass learn(Scope out, TokenBatch batch, Layers layers) {
        if (!warmForLearning) {
            warmForLearning = true;
            try (Scope inner = out.inner()) {
                ScoredPass smallest = scored(inner, learn(inner, SMALLEST, layers), CHUNK);
                gradients(inner, smallest, new float[1]);
            }
        }
        Call call =
                program.call("learn")
                        .with(weightList)
                        .with(adapter)
                        .with(out.longs(batch.ids(), batch.ids().length));
        return new AdapterPass(batch, again(rest(call, out, batch), layers).record(out), layers);
    }

    /// Scores the pass's targets.
    ///
    /// @param chunk positions whose logits exist at a time
    public ScoredPass scored(Scope out, AdapterPass pass, int chunk) {
        try (Scope inner = out.inner()) {
            List<Tensor> found =
                    targets("score_units", inner, pass.hidden(), pass.batch)
                            .with((long) chunk)
                            .compute(inner);
            return new ScoredPass(
                    pass, new TokenScores(found.getFirst().floats()), found.get(1).moveTo(out));
        }
    }

    /// Gradients of `sum(weights * logp)` over the batch's targets, for each of the adapter's
    /// tensors; fp32.
    public List<Tensor> gradients(Scope out, ScoredPass scored, float[] weights) {
        AdapterPass pass = scored.pass();
        try (Scope inner = out.inner()) {
            long[] positions = pass.batch.positions();
            Tensor spread =
                    program.call("spread_units")
                            .with(pass.hidden())
                            .with(inner.longs(positions, positions.length))
                            .with(scored.units())
                            .with(inner.floats(weights, weights.length))
                            .compute(inner)
                            .getFirst();
            return gradients(out, pass, spread);
        }
    }

    /// Gradients of whatever the hidden states are used for; fp32.
    ///
    /// @param spread gradient of the hidden states, in their type
    public List<Tensor> gradients(Scope out, AdapterPass pass, Tensor spread) {
        try (Scope inner = out.inner()) {
            Call call =
                    program.call("unlearn")
                            .with(pass.kept)
                            .with(spread)
                            .with(weightList)
                            .with(adapter);
            return again(rest(call, inner, pass.batch), pass.layers).record(out);
        }
    }

    private static Call again(Call call, Layers layers) {
        return call.with(layers == Layers.KEPT ? 0L : 1L);
    }

    /// A recorded pass for training all weights.
    ///
    /// @param head output weights in the type of the pass
    public record FullPass(Tensor hidden, Tensor head) {}

    /// As [#recordedHidden] with the fp32 weights cast to `type` first: in bf16 multiplications are
    /// twice as fast, while gradients and updates stay in fp32.
    public FullPass recordedFull(Scope out, TokenBatch batch, ElementType type) {
        if (type == ElementType.F32) {
            return new FullPass(recordedHidden(out, batch), head);
        }
        List<Tensor> cast =
                program.call("cast").with(weightList).with((long) type.code()).record(out);
        Call call =
                program.call("hidden")
                        .with(cast)
                        .with(adapter)
                        .with(out.longs(batch.ids(), batch.ids().length));
        Tensor hidden = rest(call, out, batch).record(out).getFirst();
        return new FullPass(hidden, cast.get(decoder.headIndex()));
    }

    /// What [#fullBackward] gives.
    ///
    /// @param head gradient of the output weights alone
    /// @param logProbs of the targets
    public record FullGradients(List<Tensor> leaves, Tensor head, float[] logProbs) {}

    /// Gradients of `sum(weights * logp)` over the batch's targets where all weights learn.
    ///
    /// @param pass of the same batch; its graph is used up
    /// @param leaves tensors whose gradients were asked for and are used
    public FullGradients fullBackward(
            Scope out, FullPass pass, TokenBatch batch, float[] weights, List<Tensor> leaves) {
        Tensor hidden = pass.hidden();
        try (Scope inner = out.inner()) {
            List<Tensor> spread =
                    program.call("spread")
                            .with(pick(inner, hidden, batch.positions()))
                            .with(pass.head())
                            .with(inner.longs(batch.targets(), batch.targets().length))
                            .with(inner.floats(weights, weights.length))
                            .with((long) CHUNK)
                            .compute(inner);
            List<Tensor> grads =
                    program.call("back")
                            .with(hidden)
                            .with(inner.longs(batch.positions(), batch.positions().length))
                            .with(spread.getFirst())
                            .with(leaves)
                            .compute(out);
            return new FullGradients(grads, spread.get(1).moveTo(out), spread.get(2).floats());
        }
    }

    /// Reads packed prompts into a cache.
    ///
    /// @param source packed tokens, each as often as it is written
    /// @param cells where in the cache
    /// @return logits of each row's last token
    Tensor prefill(Scope out, TokenBatch batch, TensorList cache, long[] source, long[] cells) {
        try (Scope inner = out.inner()) {
            Call call =
                    program.call("prefill")
                            .with(weightList)
                            .with(adapter)
                            .with(inner.longs(batch.ids(), batch.ids().length));
            return rest(call, inner, batch)
                    .with(inner.longs(batch.lasts(), batch.lasts().length))
                    .with(cache)
                    .with(inner.longs(source, source.length))
                    .with(inner.longs(cells, cells.length))
                    .infer(out)
                    .getFirst();
        }
    }

    /// A step of rows in a cache, up to what its choice of tokens needs.
    ///
    /// @param ids each row's last token
    /// @param at its place in the row
    /// @param cells where in the cache it is written
    Call advance(Scope inner, TensorList cache, long[] ids, long[] at, long[] cells) {
        int used = 1;
        for (long place : at) {
            used = Math.max(used, (int) place + 1);
        }
        return program.call("advance")
                .with(weightList)
                .with(adapter)
                .with(cache)
                .with(inner.longs(ids, ids.length))
                .with(decoder.tables().cosines(used))
                .with(decoder.tables().sines(used))
                .with(inner.longs(at, at.length))
                .with(inner.longs(cells, cells.length))
                .with((long) TokenBatch.rounded(used));
    }

    /// An empty cache.
    List<Tensor> newCache(Scope out, int rows, int capacity) {
        return program.call("new_cache")
                .with(weightList)
                .with((long) rows)
                .with((long) capacity)
                .infer(out);
    }

    /// Which ids rows hold: none.
    ///
    /// @param columns the vocabulary's size, or 1 where nobody asks
    Tensor unseen(Scope out, int rows, long columns) {
        return program.call("unseen")
                .with(weightList)
                .with((long) rows)
                .with(columns)
                .infer(out)
                .getFirst();
    }

    Call call(String method) {
        return program.call(method);
    }

    private Tensor pick(Scope inner, Tensor hidden, long[] positions) {
        return program.call("pick")
                .with(hidden)
                .with(inner.longs(positions, positions.length))
                .compute(inner)
                .getFirst();
    }

    /// A program's first call holds all its intermediate values to its end, and the memory stays
    /// with the process: over a real batch of a model of 135 million weights those were 300 MB, and
    /// 500 MB in training.
    private void warmUp(Scope out) {
        if (!warm) {
            warm = true;
            try (Scope inner = out.inner()) {
                hiddenCall(inner, SMALLEST).infer(inner);
                hiddenCall(inner, SMALLEST).record(inner);
            }
        }
    }

    private Call hiddenCall(Scope out, TokenBatch batch) {
        Call call =
                program.call("hidden")
                        .with(weightList)
                        .with(adapter)
                        .with(out.longs(batch.ids(), batch.ids().length));
        return rest(call, out, batch);
    }

    /// Where the batch's tokens are.
    private Call rest(Call call, Scope out, TokenBatch batch) {
        return call.with(out.longs(batch.places(), batch.places().length))
                .with(out.longs(batch.gather(), batch.gather().length))
                .with(out.longs(batch.homes(), batch.homes().length))
                .with((long) batch.cells())
                .with(decoder.tables().cosines(batch.width()))
                .with(decoder.tables().sines(batch.width()));
    }
}
