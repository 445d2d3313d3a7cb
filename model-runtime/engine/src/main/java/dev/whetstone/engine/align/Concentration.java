package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;

/// log of the sum of p^2 over the vocabulary at each target of a batch: the expected probability of
/// a sampled token, to which WPO compares the probability of the token that is there.
final class Concentration {
    private static final String METHODS =
            """
              def log_sum_sq(self: __torch__.M, h: Tensor, head: Tensor, positions: Tensor) -> Tensor:
                n = torch.size(positions, 0)
                rows = torch.index_select(torch.reshape(h, [-1, torch.size(h, -1)]), 0, positions)
                out = torch.zeros([n], dtype=6, device=ops.prim.device(h))
                for c in range(torch.floordiv(torch.add(n, 255), 256)):
                  s = torch.mul(c, 256)
                  e = ops.prim.min(torch.add(s, 256), n)
                  l = torch.to(torch.linear(torch.slice(rows, 0, s, e), head, None), 6)
                  p = torch.mul(torch.log_softmax(l, 1), 2.0)
                  _0 = torch.copy_(torch.slice(out, 0, s, e), torch.logsumexp(p, [1]))
                return out
            """;

    private final Tensor head;
    private final Program program;

    Concentration(Decoder decoder) {
        this.head = decoder.weights().get(decoder.headIndex());
        this.program = Program.compile(decoder.scope(), METHODS);
    }

    /// @param hidden normed hidden states of the batch
    float[] of(Tensor hidden, TokenBatch batch) {
        try (Scope inner = hidden.scope().inner()) {
            List<Tensor> found =
                    program.call("log_sum_sq")
                            .with(hidden)
                            .with(head)
                            .with(inner.longs(batch.positions(), batch.positions().length))
                            .compute(inner);
            return found.getFirst().floats();
        }
    }
}
