package dev.whetstone.engine.policy;

/// TorchScript of the output head where only some positions matter. Logits exist for at most
/// `chunk` positions at a time, since those of all positions are the largest memory of all.
final class ScoringText {
    private ScoringText() {}

    /// - `logits(h, head)`: fp32 logits of all positions
    /// - `classify(h, positions, head)`: fp32 scores [N, labels] at places of hidden states
    /// - `pick(h, positions)`: rows of hidden states
    /// - `log_probs(h [N, hidden], head, targets [N], chunk)`: fp32 [N]
    /// - `score(...)`: fp32 [4, N]: log-probability, entropy, whether the target is the most
    ///   probable, mean logit
    /// - `score_units(...)`: the same, and of each log-probability its gradient with respect
    ///   to h: a loss multiplies them later by its own derivatives, and no logits are computed
    ///   twice
    /// - `spread_units(h, positions, units, g [N])`: gradients of `sum(g logp)` with respect to all
    ///   hidden states
    /// - `spread(h, head, targets, g, chunk)`: gradients of `sum(g logp)` with respect to h
    ///   and head, and the log-probabilities
    /// - `back(h, positions, gh, leaves)`: on through the layers; contiguous, since the fused
    ///   optimizer reads memory without regard to strides
    static String methods(Kernel kernel) {
        return """
          def logits(self: __torch__.M, h: Tensor, head: Tensor) -> Tensor:
            return torch.to(%s, 6)
          def pick(self: __torch__.M, h: Tensor, positions: Tensor) -> Tensor:
            return torch.index_select(h, 0, positions)
          def classify(self: __torch__.M, h: Tensor, positions: Tensor, head: Tensor) -> Tensor:
            return (self).logits((self).pick(h, positions, ), head, )
          def log_probs(self: __torch__.M, h: Tensor, head: Tensor, targets: Tensor, chunk: int) -> Tensor:
            n = torch.size(h, 0)
            out = torch.zeros([n], dtype=6, device=ops.prim.device(h))
            for c in range(torch.floordiv(torch.sub(torch.add(n, chunk), 1), chunk)):
              s = torch.mul(c, chunk)
              e = ops.prim.min(torch.add(s, chunk), n)
              l = (self).logits((self).even(torch.slice(h, 0, s, e), ), head, )
              l = torch.log_softmax(torch.slice(l, 0, 0, torch.sub(e, s)), 1)
              t = torch.unsqueeze(torch.slice(targets, 0, s, e), 1)
              _0 = torch.copy_(torch.slice(out, 0, s, e), torch.squeeze(torch.gather(l, 1, t), 1))
            return out
          def even(self: __torch__.M, x: Tensor) -> Tensor:
            over = torch.remainder(torch.size(x, 0), 32)
            if torch.gt(over, 0):
              y = torch.constant_pad_nd(x, [0, 0, 0, torch.sub(32, over)])
            else:
              y = x
            return y
          def facts_of(self: __torch__.M, out: Tensor, l: Tensor, t: Tensor) -> Tensor:
            _2 = torch.copy_(torch.select(out, 0, 2), torch.eq(torch.argmax(l, 1), torch.squeeze(t, 1)))
            _3 = torch.copy_(torch.select(out, 0, 3), torch.mean(l, [1]))
            ls = torch.log_softmax(l, 1)
            _0 = torch.copy_(torch.select(out, 0, 0), torch.squeeze(torch.gather(ls, 1, t), 1))
            p = torch.exp(ls)
            e = torch.bmm(torch.unsqueeze(p, 1), torch.unsqueeze(ls, 2))
            _1 = torch.copy_(torch.select(out, 0, 1), torch.neg(torch.flatten(e)))
            return p
          def score(self: __torch__.M, h: Tensor, head: Tensor, targets: Tensor, chunk: int) -> Tensor:
            n = torch.size(h, 0)
            out = torch.zeros([4, n], dtype=6, device=ops.prim.device(h))
            for c in range(torch.floordiv(torch.sub(torch.add(n, chunk), 1), chunk)):
              s = torch.mul(c, chunk)
              e = ops.prim.min(torch.add(s, chunk), n)
              t = torch.unsqueeze(torch.slice(targets, 0, s, e), 1)
              l = (self).logits(torch.slice(h, 0, s, e), head, )
              _0 = (self).facts_of(torch.slice(out, 1, s, e), l, t, )
            return out
          def score_units(self: __torch__.M, h: Tensor, head: Tensor, targets: Tensor, chunk: int) -> Tuple[Tensor, Tensor]:
            n = torch.size(h, 0)
            out = torch.zeros([4, n], dtype=6, device=ops.prim.device(h))
            units = torch.zeros_like(h)
            for c in range(torch.floordiv(torch.sub(torch.add(n, chunk), 1), chunk)):
              s = torch.mul(c, chunk)
              e = ops.prim.min(torch.add(s, chunk), n)
              t = torch.unsqueeze(torch.slice(targets, 0, s, e), 1)
              l = torch.slice((self).logits((self).even(torch.slice(h, 0, s, e), ), head, ), 0, 0, torch.sub(e, s))
              p = (self).facts_of(torch.slice(out, 1, s, e), l, t, )
              d = torch.neg_(p)
              _1 = torch.scatter_add_(d, 1, t, torch.new_ones(d, torch.size(t)))
              g = torch.matmul((self).even(torch.to(d, ops.prim.dtype(h)), ), head)
              _2 = torch.copy_(torch.slice(units, 0, s, e), torch.slice(g, 0, 0, torch.sub(e, s)))
            return (out, units)
          def spread_units(self: __torch__.M, h: Tensor, positions: Tensor, units: Tensor, g: Tensor) -> Tensor:
            scaled = torch.to(torch.mul(units, torch.unsqueeze(g, 1)), ops.prim.dtype(h))
            return torch.index_add_(torch.zeros_like(torch.detach(h)), 0, positions, scaled)
          def spread(self: __torch__.M, h: Tensor, head: Tensor, targets: Tensor, g: Tensor, chunk: int) -> Tuple[Tensor, Tensor, Tensor]:
            n = torch.size(h, 0)
            gh = torch.zeros_like(h)
            gw = torch.zeros_like(head, dtype=6)
            lp = torch.zeros([n], dtype=6, device=ops.prim.device(h))
            for c in range(torch.floordiv(torch.sub(torch.add(n, chunk), 1), chunk)):
              s = torch.mul(c, chunk)
              e = ops.prim.min(torch.add(s, chunk), n)
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
          def back(self: __torch__.M, h: Tensor, positions: Tensor, gh: Tensor, leaves: List[Tensor]) -> List[Tensor]:
            full = torch.index_add_(torch.zeros_like(torch.detach(h)), 0, positions, gh)
            found = torch.grad([h], leaves, annotate(List[Optional[Tensor]], [full]))
            grads = annotate(List[Tensor], [])
            for i in range(torch.len(found)):
              _1 = torch.append(grads, torch.contiguous(unchecked_cast(Tensor, found[i])))
            return grads
        """
                .formatted(kernel.linear("h", "head", "None"));
    }
}
