package dev.whetstone.engine.policy;

/// TorchScript of the output head where only some positions matter. Logits exist for at most
/// [#CHUNK] positions at a time and are computed again for the gradient, since those of all
/// positions are the largest memory of all.
final class ScoringText {
    static final int CHUNK = 256;

    private ScoringText() {}

    /// - `logits(h, head)`: fp32 logits of all positions
    /// - `classify(h, positions, head)`: fp32 scores [N, labels] at places of flattened hidden
    /// states
    /// - `pick(h, positions)`: rows of flattened hidden states
    /// - `score(h [N, hidden], head, targets [N])`: fp32 [4, N]: log-probability, entropy, whether
    ///   the target is the most probable, mean logit
    /// - `spread(h, head, targets, g [N])`: gradients of `sum(g logp)` with respect to h and head
    /// - `back(h, positions, gh, leaves)`: on through the layers; contiguous, since the fused
    ///   optimizer reads memory without regard to strides
    static String methods() {
        return """
          def logits(self: __torch__.M, h: Tensor, head: Tensor) -> Tensor:
            return torch.to(torch.linear(h, head, None), 6)
          def pick(self: __torch__.M, h: Tensor, positions: Tensor) -> Tensor:
            return torch.index_select(torch.reshape(h, [-1, torch.size(h, -1)]), 0, positions)
          def classify(self: __torch__.M, h: Tensor, positions: Tensor, head: Tensor) -> Tensor:
            return (self).logits((self).pick(h, positions, ), head, )
          def score(self: __torch__.M, h: Tensor, head: Tensor, targets: Tensor) -> Tensor:
            n = torch.size(h, 0)
            out = torch.zeros([4, n], dtype=6, device=ops.prim.device(h))
            for c in range(torch.floordiv(torch.add(n, 255), 256)):
              s = torch.mul(c, 256)
              e = ops.prim.min(torch.add(s, 256), n)
              l = (self).logits(torch.slice(h, 0, s, e), head, )
              t = torch.slice(targets, 0, s, e)
              z = torch.logsumexp(l, [1])
              tl = torch.squeeze(torch.gather(l, 1, torch.unsqueeze(t, 1)), 1)
              p = torch.exp(torch.sub(l, torch.unsqueeze(z, 1)))
              o = torch.slice(out, 1, s, e)
              _0 = torch.copy_(torch.select(o, 0, 0), torch.sub(tl, z))
              _1 = torch.copy_(torch.select(o, 0, 1), torch.sub(z, torch.sum(torch.mul(p, l), [1])))
              _2 = torch.copy_(torch.select(o, 0, 2), torch.eq(torch.argmax(l, 1), t))
              _3 = torch.copy_(torch.select(o, 0, 3), torch.mean(l, [1]))
            return out
          def spread(self: __torch__.M, h: Tensor, head: Tensor, targets: Tensor, g: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
            n = torch.size(h, 0)
            gh = torch.zeros_like(h)
            gw = torch.zeros_like(head, dtype=6)
            lp = torch.zeros([n], dtype=6, device=ops.prim.device(h))
            for c in range(torch.floordiv(torch.add(n, 255), 256)):
              s = torch.mul(c, 256)
              e = ops.prim.min(torch.add(s, 256), n)
              hs = torch.slice(h, 0, s, e)
              t = torch.unsqueeze(torch.slice(targets, 0, s, e), 1)
              gs = torch.unsqueeze(torch.slice(g, 0, s, e), 1)
              ls = torch.log_softmax((self).logits(hs, head, ), 1)
              _0 = torch.copy_(torch.slice(lp, 0, s, e), torch.squeeze(torch.gather(ls, 1, t), 1))
              d = torch.mul(torch.exp(ls), torch.neg(gs))
              _1 = torch.scatter_add_(d, 1, t, gs)
              d2 = torch.to(d, ops.prim.dtype(h))
              _2 = torch.copy_(torch.slice(gh, 0, s, e), torch.matmul(d2, head))
              _3 = torch.add_(gw, torch.matmul(torch.t(d2), hs))
            return (gh, gw, lp)
          def spread_hidden(self: __torch__.M, h: Tensor, head: Tensor, targets: Tensor, g: Tensor) -> Tensor:
            n = torch.size(h, 0)
            gh = torch.zeros_like(h)
            for c in range(torch.floordiv(torch.add(n, 255), 256)):
              s = torch.mul(c, 256)
              e = ops.prim.min(torch.add(s, 256), n)
              hs = torch.slice(h, 0, s, e)
              t = torch.unsqueeze(torch.slice(targets, 0, s, e), 1)
              gs = torch.unsqueeze(torch.slice(g, 0, s, e), 1)
              d = torch.mul(torch.softmax((self).logits(hs, head, ), 1), torch.neg(gs))
              _1 = torch.scatter_add_(d, 1, t, gs)
              _2 = torch.copy_(torch.slice(gh, 0, s, e), torch.matmul(torch.to(d, ops.prim.dtype(h)), head))
            return gh
          def back(self: __torch__.M, h: Tensor, positions: Tensor, gh: Tensor, leaves: List[Tensor]) -> List[Tensor]:
            full = torch.zeros([torch.mul(torch.size(h, 0), torch.size(h, 1)), torch.size(h, 2)], dtype=ops.prim.dtype(h), device=ops.prim.device(h))
            _0 = torch.index_copy_(full, 0, positions, gh)
            found = torch.grad([h], leaves, annotate(List[Optional[Tensor]], [torch.view_as(full, h)]))
            grads = annotate(List[Tensor], [])
            for i in range(torch.len(found)):
              _1 = torch.append(grads, torch.contiguous(unchecked_cast(Tensor, found[i])))
            return grads
        """;
    }
}
