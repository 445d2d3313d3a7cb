package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A decoder that scores texts, with what of it learns. A text is scored at its last token,
/// whatever
/// that is, in fp32; the head learns in fp32 too.
final class RewardModel {
    private static final String METHODS =
            """
              def own(self: __torch__.M, head: Tensor) -> Tensor:
                return torch.clone(torch.to(head, 6))
              def pick(self: __torch__.M, h: Tensor, places: Tensor) -> Tensor:
                return torch.to(torch.index_select(torch.reshape(h, [-1, torch.size(h, -1)]), 0, places), 6)
              def scores(self: __torch__.M, rows: Tensor, head: Tensor) -> Tensor:
                return torch.squeeze(torch.linear(rows, torch.to(head, 6), None), 1)
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
        parameters.forEach(Tensor::recordGradients);
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
        return new RewardModel(
                decoder,
                decoder.forward(),
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

    /// Scores [N] of the rows, without gradients.
    float[] scores(List<int[]> rows) {
        try (Scope scope = decoder.scope().inner()) {
            TokenBatch batch = TokenBatch.unmarked(rows);
            Tensor hidden = forward.hidden(scope, batch);
            Tensor picked = picked(scope, rows, batch.width(), hidden).infer(scope).getFirst();
            return program.call("scores").with(picked).with(head).infer(scope).getFirst().floats();
        }
    }

    /// Scores [N] whose graph reaches the parameters.
    Tensor recordedScores(Scope out, List<int[]> rows) {
        TokenBatch batch = TokenBatch.unmarked(rows);
        return switch (learns) {
            case Learns.Head _ -> {
                // what was inferred can take part in no graph: its values can
                float[] values;
                try (Scope inner = out.inner()) {
                    Tensor hidden = forward.hidden(inner, batch);
                    values =
                            picked(inner, rows, batch.width(), hidden)
                                    .infer(inner)
                                    .getFirst()
                                    .floats();
                }
                int width = decoder.config().hidden();
                yield recorded(out, out.floats(values, rows.size(), width), head);
            }
            case Learns.Adapter _ -> {
                Tensor hidden = forward.recordedHidden(out, batch);
                yield recorded(out, recordedPick(out, rows, batch, hidden), head);
            }
            case Learns.Weights(ElementType type) -> {
                Forward.FullPass pass = forward.recordedFull(out, batch, type);
                yield recorded(out, recordedPick(out, rows, batch, pass.hidden()), pass.head());
            }
        };
    }

    /// Gradients of `sum(slopes * scores)`, in the order of the parameters.
    ///
    /// @param scores from [#recordedScores]; their graph is used up
    List<Tensor> gradients(Scope out, Tensor scores, float[] slopes) {
        try (Scope inner = out.inner()) {
            return program.call("back")
                    .with(scores)
                    .with(inner.floats(slopes, slopes.length))
                    .with(parameters)
                    .compute(out);
        }
    }

    private Tensor recorded(Scope out, Tensor rows, Tensor weights) {
        return program.call("scores").with(rows).with(weights).record(out).getFirst();
    }

    private Tensor recordedPick(Scope out, List<int[]> rows, TokenBatch batch, Tensor hidden) {
        return picked(out, rows, batch.width(), hidden).record(out).getFirst();
    }

    private dev.whetstone.engine.tensor.Call picked(
            Scope out, List<int[]> rows, int width, Tensor hidden) {
        long[] places = new long[rows.size()];
        for (int row = 0; row < places.length; row++) {
            places[row] = (long) row * width + rows.get(row).length - 1;
        }
        return program.call("pick").with(hidden).with(out.longs(places, places.length));
    }
}
