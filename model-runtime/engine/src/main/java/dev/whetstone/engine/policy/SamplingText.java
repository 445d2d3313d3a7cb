package dev.whetstone.engine.policy;

/// TorchScript of choosing the next token: the processors of Transformers in its order
/// (`generation/logits_process.py`): repetition penalty, n-gram ban, temperature, top-k, top-p,
/// min-p, typical.
final class SamplingText {
    private SamplingText() {}

    /// - `penalise(logits [R, V], seen [R, V], banned [N, 2], penalty)`: logits
    /// - `process(logits, seen, banned, penalty, temperature, k, p, m, typical)`: probabilities
    /// - `typical(x, mass)`: the tokens whose surprise is nearest to the entropy, up to `mass`
    /// - `nucleus(x, p)`: top-p. Only where the 128 (of a large vocabulary 1,024) most probable
    ///   tokens do not hold p is the border searched among all, by halving its interval: sorting
    ///   all took 5 times as long
    /// - `draw(probabilities, uniform [R] fp64)`: ids by the inverse of the distribution function,
    ///   whose sums are in fp64 so that the last bits of a logit do not decide
    /// - `mark(seen, ids)`: remembers ids for the repetition penalty
    static String methods() {
        return """
          def nucleus_among(self: __torch__.M, x: Tensor, z: Tensor, p: float, n: int) -> Tuple[Tensor, Tensor]:
            best = (torch.topk(x, n, -1, True, True))[0]
            probs = torch.exp(torch.sub(best, z))
            sums = torch.cumsum(probs, -1)
            drop = torch.ge(torch.sub(sums, probs), p)
            low = torch.amin(torch.masked_fill(best, drop, inf), [-1], True)
            return (low, torch.select(sums, -1, -1))
          def nucleus_of_all(self: __torch__.M, x: Tensor, z: Tensor, p: float) -> Tensor:
            probs = torch.exp(torch.sub(x, z))
            none = torch.zeros_like(probs)
            high = torch.amax(x, [-1], True)
            low = torch.sub(high, 30)
            for i in range(28):
              middle = torch.mul(torch.add(low, high), 0.5)
              held = torch.sum(torch.where(torch.ge(x, middle), probs, none), [-1], True)
              enough = torch.ge(held, p)
              low = torch.where(enough, middle, low)
              high = torch.where(enough, high, middle)
            return torch.masked_fill(x, torch.lt(x, low), -inf)
          def nucleus(self: __torch__.M, x: Tensor, p: float) -> Tensor:
            v = torch.size(x, -1)
            z = torch.logsumexp(x, [-1], True)
            n = ops.prim.min(v, 128)
            low, held, = (self).nucleus_among(x, z, p, n, )
            if v > 16384 and not bool(torch.all(torch.ge(held, p))):
              n = 1024
              low, held, = (self).nucleus_among(x, z, p, n, )
            else:
              pass
            if n == v or bool(torch.all(torch.ge(held, p))):
              y = torch.masked_fill(x, torch.lt(x, low), -inf)
            else:
              y = (self).nucleus_of_all(x, z, p, )
            return y
          def penalise(self: __torch__.M, logits: Tensor, seen: Tensor, banned: Tensor, penalty: float) -> Tensor:
            x = logits
            if torch.ne(penalty, 1.0):
              x = torch.where(seen, torch.where(torch.lt(x, 0), torch.mul(x, penalty), torch.div(x, penalty)), x)
            else:
              pass
            if torch.size(banned, 0) > 0:
              at = annotate(List[Optional[Tensor]], [torch.select(banned, 1, 0), torch.select(banned, 1, 1)])
              x = torch.index_put(x, at, torch.new_full(x, [], -inf))
            else:
              pass
            return x
          def typical(self: __torch__.M, x: Tensor, mass: float) -> Tensor:
            l = torch.log_softmax(x, -1)
            e = torch.neg(torch.nansum(torch.mul(l, torch.exp(l)), [-1], True))
            far = torch.abs(torch.sub(torch.neg(l), e))
            sorted, order, = torch.sort(far, -1, False)
            sums = torch.cumsum(torch.softmax(torch.gather(x, -1, order), -1), -1)
            last = torch.clamp_max(torch.sum(torch.lt(sums, mass), [1], True), torch.size(x, -1) - 1)
            border = torch.maximum(torch.gather(sorted, -1, last), torch.slice(sorted, -1, 0, 1))
            return torch.masked_fill(x, torch.gt(far, border), -inf)
          def process(self: __torch__.M, logits: Tensor, seen: Tensor, banned: Tensor, penalty: float, temperature: float, k: int, p: float, m: float, typical: float) -> Tensor:
            x = (self).penalise(logits, seen, banned, penalty, )
            if torch.ne(temperature, 1.0):
              x = torch.div(x, temperature)
            else:
              pass
            if k > 0 and k < torch.size(x, -1):
              best = (torch.topk(x, k, -1, True, True))[0]
              x = torch.masked_fill(x, torch.lt(x, torch.slice(best, -1, -1)), -inf)
            else:
              pass
            if p < 1.0:
              x = (self).nucleus(x, p, )
            else:
              pass
            if m > 0.0:
              probs = torch.softmax(x, -1)
              top = torch.amax(probs, [-1], True)
              x = torch.masked_fill(x, torch.lt(probs, torch.mul(top, m)), -inf)
            else:
              pass
            if typical < 1.0:
              x = (self).typical(x, typical, )
            else:
              pass
            return torch.softmax(x, -1)
          def draw(self: __torch__.M, probs: Tensor, uniform: Tensor) -> Tensor:
            sums = torch.cumsum(probs, -1, dtype=7)
            goal = torch.mul(torch.unsqueeze(uniform, 1), torch.slice(sums, -1, -1))
            return torch.squeeze(torch.searchsorted(sums, goal, right=True), 1)
          def mark(self: __torch__.M, seen: Tensor, ids: Tensor) -> Tensor:
            return torch.scatter_(seen, 1, ids, True)
        """;
    }
}
