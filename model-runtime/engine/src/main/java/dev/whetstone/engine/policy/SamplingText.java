package dev.whetstone.engine.policy;

/// TorchScript of choosing the next token: the processors of Transformers in its order
/// (`generation/logits_process.py`): repetition penalty, temperature, top-k, top-p, min-p.
final class SamplingText {
    private SamplingText() {}

    /// - `process(logits [R, V], seen [R, V], penalty, temperature, k, p, m)`: probabilities, not
    ///   yet summing to 1 after min-p
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
          def nucleus(self: __torch__.M, x: Tensor, p: float) -> Tensor:
            v = torch.size(x, -1)
            z = torch.logsumexp(x, [-1], True)
            n = ops.prim.min(v, 128)
            low, held, = (self).nucleus_among(x, z, p, n, )
            if n < v and not bool(torch.all(torch.ge(held, p))):
              n = ops.prim.min(v, 1024)
              low, held, = (self).nucleus_among(x, z, p, n, )
              if n < v and not bool(torch.all(torch.ge(held, p))):
                low, held, = (self).nucleus_among(x, z, p, v, )
              else:
                pass
            else:
              pass
            return torch.masked_fill(x, torch.lt(x, low), -inf)
          def process(self: __torch__.M, logits: Tensor, seen: Tensor, penalty: float, temperature: float, k: int, p: float, m: float) -> Tensor:
            x = logits
            if torch.ne(penalty, 1.0):
              x = torch.where(seen, torch.where(torch.lt(x, 0), torch.mul(x, penalty), torch.div(x, penalty)), x)
            else:
              pass
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
            probs = torch.softmax(x, -1)
            if m > 0.0:
              top = torch.amax(probs, [-1], True)
              probs = torch.masked_fill(probs, torch.lt(probs, torch.mul(top, m)), 0.0)
            else:
              pass
            return probs
          def draw(self: __torch__.M, probs: Tensor, uniform: Tensor) -> Tensor:
            sums = torch.cumsum(probs, -1, dtype=7)
            goal = torch.mul(torch.unsqueeze(uniform, 1), torch.slice(sums, -1, -1))
            return torch.squeeze(torch.searchsorted(sums, goal, right=True), 1)
          def mark(self: __torch__.M, seen: Tensor, ids: Tensor) -> Tensor:
            return torch.scatter_(seen, 1, ids, True)
        """;
    }
}
