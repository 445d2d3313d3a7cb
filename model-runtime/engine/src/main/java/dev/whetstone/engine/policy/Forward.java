package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.tensor.Call;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.TensorList;
import java.util.List;

/// Passes over a decoder, with one adapter or none.
public final class Forward {
    private final Decoder decoder;
    private final Program program;
    private final List<Tensor> weights;
    private final TensorList weightList;
    private final TensorList adapter;

    Forward(Decoder decoder, Program program, List<Tensor> weights, TensorList adapter) {
        this.decoder = decoder;
        this.program = program;
        this.weights = List.copyOf(weights);
        this.weightList = decoder.scope().list(weights);
        this.adapter = adapter;
    }

    public DecoderConfig config() {
        return decoder.config();
    }

    /// Normed hidden states [B, T, hidden] of right-padded rows, without gradients.
    public Tensor hidden(Scope out, TokenBatch batch) {
        return hiddenCall(out, batch).infer(out).getFirst();
    }

    /// As [#hidden], recording gradients with respect to whatever asks for them.
    public Tensor recordedHidden(Scope out, TokenBatch batch) {
        return hiddenCall(out, batch).record(out).getFirst();
    }

    /// fp32 outputs of the head at every place: logits [B, T, vocabulary], or scores [B, T,
    /// labels].
    public Tensor logits(Scope out, TokenBatch batch) {
        try (Scope inner = out.inner()) {
            Tensor hidden = hidden(inner, batch);
            return program.call("logits").with(hidden).with(head()).infer(out).getFirst();
        }
    }

    /// fp32 scores [N, labels] of a classification head at places of flattened hidden states.
    ///
    /// @param positions row times width plus place, N of them
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
                .with(head());
    }

    /// Scores of the batch's targets.
    public TokenScores score(Tensor hidden, TokenBatch batch) {
        try (Scope inner = hidden.scope().inner()) {
            Tensor picked = pick(inner, hidden, batch);
            Tensor targets = inner.longs(batch.targets(), batch.targets().length);
            return new TokenScores(
                    program.call("score")
                            .with(picked)
                            .with(head())
                            .with(targets)
                            .compute(inner)
                            .getFirst()
                            .floats());
        }
    }

    /// Gradients of `sum(weights * logp)` over the batch's targets.
    ///
    /// @param hidden from [#recordedHidden] of the same batch; its graph is used up
    /// @param leaves tensors whose gradients were asked for and are used
    public List<Tensor> backward(
            Scope out, Tensor hidden, TokenBatch batch, float[] weights, List<Tensor> leaves) {
        try (Scope inner = out.inner()) {
            Tensor picked = pick(inner, hidden, batch);
            Tensor spread =
                    program.call("spread_hidden")
                            .with(picked)
                            .with(head())
                            .with(inner.longs(batch.targets(), batch.targets().length))
                            .with(inner.floats(weights, weights.length))
                            .compute(inner)
                            .getFirst();
            return back(out, inner, hidden, batch, spread, leaves);
        }
    }

    /// A recorded pass for training all weights.
    ///
    /// @param head output weights in the type of the pass
    public record FullPass(Tensor hidden, Tensor head) {}

    /// As [#recordedHidden] with the fp32 weights cast to `type` first: in bf16 multiplications are
    /// twice as fast, while gradients and updates stay in fp32.
    public FullPass recordedFull(Scope out, TokenBatch batch, ElementType type) {
        if (type == ElementType.F32) {
            return new FullPass(recordedHidden(out, batch), head());
        }
        List<Tensor> cast =
                program.call("cast").with(weightList).with((long) type.code()).record(out);
        Call call = program.call("hidden").with(cast).with(adapter);
        Tensor hidden = rest(call, out, batch).record(out).getFirst();
        return new FullPass(hidden, cast.get(decoder.headIndex()));
    }

    /// What [#fullBackward] gives.
    ///
    /// @param head gradient of the output weights alone
    /// @param logProbs of the targets
    public record FullGradients(List<Tensor> leaves, Tensor head, float[] logProbs) {}

    /// As [#backward] where the output weights learn too.
    public FullGradients fullBackward(
            Scope out, FullPass pass, TokenBatch batch, float[] weights, List<Tensor> leaves) {
        Tensor hidden = pass.hidden();
        try (Scope inner = out.inner()) {
            Tensor picked = pick(inner, hidden, batch);
            List<Tensor> spread =
                    program.call("spread")
                            .with(picked)
                            .with(pass.head())
                            .with(inner.longs(batch.targets(), batch.targets().length))
                            .with(inner.floats(weights, weights.length))
                            .compute(inner);
            List<Tensor> grads = back(out, inner, hidden, batch, spread.get(0), leaves);
            return new FullGradients(grads, spread.get(1).moveTo(out), spread.get(2).floats());
        }
    }

    /// The logits of the last place and the cache of left-padded prompts: first the cache's
    /// tensors, then the logits.
    List<Tensor> prefill(Scope out, Tensor ids, int places, Tensor start) {
        return program.call("prefill")
                .with(weightList)
                .with(adapter)
                .with(ids)
                .with(decoder.tables().cosines(places))
                .with(decoder.tables().sines(places))
                .with(start)
                .infer(out);
    }

    /// Weights, adapter, cache and last ids: what a step begins with.
    Call advance(TensorList cache, Tensor ids, Tensor start, int place) {
        return program.call("advance")
                .with(weightList)
                .with(adapter)
                .with(cache)
                .with(ids)
                .with(decoder.tables().cosines(place + 1))
                .with(decoder.tables().sines(place + 1))
                .with(start)
                .with((long) place);
    }

    Call call(String method) {
        return program.call(method);
    }

    private List<Tensor> back(
            Scope out,
            Scope inner,
            Tensor hidden,
            TokenBatch batch,
            Tensor spread,
            List<Tensor> leaves) {
        return program.call("back")
                .with(hidden)
                .with(inner.longs(batch.positions(), batch.positions().length))
                .with(spread)
                .with(leaves)
                .compute(out);
    }

    private Tensor pick(Scope inner, Tensor hidden, TokenBatch batch) {
        return program.call("pick")
                .with(hidden)
                .with(inner.longs(batch.positions(), batch.positions().length))
                .compute(inner)
                .getFirst();
    }

    private Tensor head() {
        return weights.get(decoder.headIndex());
    }

    private Call hiddenCall(Scope out, TokenBatch batch) {
        return rest(program.call("hidden").with(weightList).with(adapter), out, batch);
    }

    private Call rest(Call call, Scope out, TokenBatch batch) {
        return call.with(out.longs(batch.ids(), batch.rows(), batch.width()))
                .with(decoder.tables().cosines(batch.width()))
                .with(decoder.tables().sines(batch.width()));
    }
}
