package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.Layers;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Call;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A decoder that scores texts, with what of it learns. A text is scored at its last token,
/// whatever that is, in fp32; the head learns in fp32 too.
final class RewardModel {
    private static final String METHODS =
            """
              def own(self: __torch__.M, head: Tensor) -> Tensor:
                return torch.clone(torch.to(head, 6))
              def pick(self: __torch__.M, h: Tensor, places: Tensor) -> Tensor:
                return torch.to(torch.index_select(h, 0, places), 6)
              def scores(self: __torch__.M, rows: Tensor, head: Tensor) -> Tensor:
                return torch.squeeze(torch.linear(rows, torch.to(head, 6), None), 1)
              def head_gradient(self: __torch__.M, rows: Tensor, g: Tensor) -> Tensor:
                return torch.matmul(torch.unsqueeze(g, 0), rows)
              def spread(self: __torch__.M, h: Tensor, places: Tensor, head: Tensor, g: Tensor) -> Tensor:
                rows = torch.to(torch.mul(torch.unsqueeze(g, 1), head), ops.prim.dtype(h))
                return torch.index_add_(torch.zeros_like(torch.detach(h)), 0, places, rows)
              def back(self: __torch__.M, scores: Tensor, g: Tensor, leaves: List[Tensor]) -> List[Tensor]:
                found = torch.grad([scores], leaves, annotate(List[Optional[Tensor]], [g]))
                grads = annotate(List[Tensor], [])
                for i in range(torch.len(found)):
                  _1 = torch.append(grads, torch.contiguous(unchecked_cast(Tensor, found[i])))
                return grads
            """;

    private final Decoder decoder;
    private final Forward forward;
    private final Program program;
    private final Learns learns;
    private final Tensor head;
    private final List<Tensor> parameters;
    private final List<Boolean> decays;

    private sealed interface Learns {
        /// The layers below stay as they are.
        record Head() implements Learns {}

        /// An adapter that the forward pass has on, or nothing besides it and the head.
        record Adapter() implements Learns {}

        /// All weights, multiplied in this type.
        record Weights(ElementType type) implements Learns {}
    }

    private RewardModel(
            Decoder decoder,
            Forward forward,
            Program program,
            Learns learns,
            Tensor head,
            List<Tensor> parameters,
            List<Boolean> decays) {
        this.decoder = decoder;
        this.forward = forward;
        this.program = program;
        this.learns = learns;
        this.head = head;
        this.parameters = List.copyOf(parameters);
        this.decays = List.copyOf(decays);
    }

    /// Learns an adapter and the head. As in PEFT's trainings weight decay acts on all of it.
    ///
    /// @param adapter A, B, A, B in the order of the modules
    static RewardModel adapter(Decoder decoder, List<AdapterModule> modules, List<Tensor> adapter) {
        requireOneScore(decoder);
        Program program = Program.compile(decoder.scope(), METHODS);
        Tensor head = ownHead(decoder, program);
        List<Tensor> parameters = new ArrayList<>(adapter);
        parameters.add(head);
        return new RewardModel(
                decoder,
                decoder.forward(modules, adapter),
                program,
                new Learns.Adapter(),
                head,
                parameters,
                parameters.stream().map(tensor -> true).toList());
    }

    /// Learns the head alone.
    static RewardModel head(Decoder decoder) {
        requireOneScore(decoder);
        Program program = Program.compile(decoder.scope(), METHODS);
        Tensor head = ownHead(decoder, program);
        return new RewardModel(
                decoder,
                decoder.forward(),
                program,
                new Learns.Head(),
                head,
                List.of(head),
                List.of(true));
    }

    /// Learns all weights. Weight decay acts on matrices.
    ///
    /// @param decoder in fp32
    /// @param type in which to multiply
    static RewardModel weights(Decoder decoder, ElementType type) {
        requireOneScore(decoder);
        decoder.weights().forEach(Tensor::recordGradients);
        return new RewardModel(
                decoder,
                decoder.recordingForward(),
                Program.compile(decoder.scope(), METHODS),
                new Learns.Weights(type),
                decoder.weights().get(decoder.headIndex()),
                decoder.weights(),
                decoder.decays());
    }

    private static void requireOneScore(Decoder decoder) {
        if (decoder.config().head() != DecoderConfig.Head.SCORE || decoder.config().labels() != 1) {
            throw new RuntimeFailure(
                    "model.head", "a reward model has one score, and this has none or several", "");
        }
    }

    private static Tensor ownHead(Decoder decoder, Program program) {
        return program.call("own")
                .with(decoder.weights().get(decoder.headIndex()))
                .compute(decoder.scope())
                .getFirst();
    }

    Decoder decoder() {
        return decoder;
    }

    /// What the optimizer steps.
    List<Tensor> parameters() {
        return parameters;
    }

    /// For each parameter whether weight decay acts on it.
    List<Boolean> decays() {
        return decays;
    }

    /// The head's weights, [1, hidden] in fp32.
    Tensor head() {
        return head;
    }

    /// Scores [N] of the batch's rows, without gradients.
    float[] scores(TokenBatch batch) {
        try (Scope scope = decoder.scope().inner()) {
            Tensor hidden = forward.hidden(scope, batch);
            Tensor picked = picked(scope, batch, hidden).infer(scope).getFirst();
            return program.call("scores").with(picked).with(head).infer(scope).getFirst().floats();
        }
    }

    /// A pass over texts that remembers how to come back.
    interface Pass {
        /// Scores [N].
        float[] scores();

        /// Gradients of `sum(slopes * scores)`, in the order of the parameters; the pass is used
        /// up.
        List<Tensor> gradients(Scope out, float[] slopes);
    }

    /// @param scope owns what the pass keeps
    /// @param layers whether activations inside a layer of an adapted model are kept
    Pass pass(Scope scope, TokenBatch batch, Layers layers) {
        return switch (learns) {
            case Learns.Head _ -> {
                Tensor hidden = forward.hidden(scope, batch);
                Tensor picked = picked(scope, batch, hidden).infer(scope).getFirst();
                yield new ClosedForm(picked, (out, slopes) -> List.of());
            }
            case Learns.Adapter _ -> {
                Forward.AdapterPass pass = forward.learn(scope, batch, layers);
                Tensor hidden = pass.hidden();
                Tensor picked = picked(scope, batch, hidden).compute(scope).getFirst();
                yield new ClosedForm(
                        picked,
                        (out, slopes) ->
                                forward.gradients(out, pass, spread(scope, batch, hidden, slopes)));
            }
            case Learns.Weights(ElementType type) -> {
                Forward.FullPass full = forward.recordedFull(scope, batch, type);
                Tensor picked = picked(scope, batch, full.hidden()).record(scope).getFirst();
                yield new Recorded(
                        program.call("scores")
                                .with(picked)
                                .with(full.head())
                                .record(scope)
                                .getFirst());
            }
        };
    }

    private Tensor spread(Scope scope, TokenBatch batch, Tensor hidden, float[] slopes) {
        return program.call("spread")
                .with(hidden)
                .with(scope.longs(batch.lasts(), batch.lasts().length))
                .with(head)
                .with(scope.floats(slopes, slopes.length))
                .compute(scope)
                .getFirst();
    }

    /// Gradients of what is below the head.
    @FunctionalInterface
    private interface Below {
        List<Tensor> gradients(Scope out, float[] slopes);
    }

    /// The head's gradient is the scored rows' sum, weighted by the slopes.
    private final class ClosedForm implements Pass {
        private final Tensor rows;
        private final Below below;

        ClosedForm(Tensor rows, Below below) {
            this.rows = rows;
            this.below = below;
        }

        @Override
        public float[] scores() {
            try (Scope inner = decoder.scope().inner()) {
                return program.call("scores")
                        .with(rows)
                        .with(head)
                        .compute(inner)
                        .getFirst()
                        .floats();
            }
        }

        @Override
        public List<Tensor> gradients(Scope out, float[] slopes) {
            List<Tensor> all = new ArrayList<>(below.gradients(out, slopes));
            try (Scope inner = out.inner()) {
                all.add(
                        program.call("head_gradient")
                                .with(rows)
                                .with(inner.floats(slopes, slopes.length))
                                .compute(out)
                                .getFirst());
            }
            return all;
        }
    }

    /// Scores whose graph reaches the parameters.
    private final class Recorded implements Pass {
        private final Tensor scores;

        Recorded(Tensor scores) {
            this.scores = scores;
        }

        @Override
        public float[] scores() {
            return scores.floats();
        }

        @Override
        public List<Tensor> gradients(Scope out, float[] slopes) {
            try (Scope inner = out.inner()) {
                return program.call("back")
                        .with(scores)
                        .with(inner.floats(slopes, slopes.length))
                        .with(parameters)
                        .compute(out);
            }
        }
    }

    private Call picked(Scope scope, TokenBatch batch, Tensor hidden) {
        return program.call("pick")
                .with(hidden)
                .with(scope.longs(batch.lasts(), batch.lasts().length));
    }
}
