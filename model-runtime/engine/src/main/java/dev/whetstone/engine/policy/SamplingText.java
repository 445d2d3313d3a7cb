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
    /// - `sample(...)`: ids drawn from what `process` leaves
    /// - `best_of_blocks(x, n)`: the n largest values and their places, sorted: they lie in
    ///   the n blocks with the largest maxima
    /// - `among_best(x, uniform, p)`: ids drawn from what top-p leaves, as from all tokens: in the
    ///   order of the vocabulary; and the rows in which it leaves more than the most probable ones
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
          def best_of_blocks(self: __torch__.M, x: Tensor, n: int) -> Tuple[Tensor, Tensor]:
            rows = torch.size(x, 0)
            blocks = torch.reshape(x, [rows, -1, 16])
            chosen = (torch.topk(torch.amax(blocks, [-1]), n, -1, True, False))[1]
            offset = torch.unsqueeze(torch.mul(torch.arange(rows, device=ops.prim.device(x)), torch.size(blocks, 1)), 1)
            held = torch.index_select(torch.view(blocks, [-1, 16]), 0, torch.flatten(torch.add(chosen, offset)))
            best, at, = torch.topk(torch.view(held, [rows, -1]), n, -1, True, True)
            block = torch.gather(chosen, 1, torch.floor_divide(at, 16))
            return (best, torch.add(torch.mul(block, 16), torch.remainder(at, 16)))
          def among_best(self: __torch__.M, x: Tensor, uniform: Tensor, p: float) -> Tuple[Tensor, Tensor]:
            v = torch.size(x, 1)
            n = ops.prim.min(512, torch.floordiv(v, 16))
            z = torch.logsumexp(x, [-1], True)
            if torch.eq(v, torch.mul(torch.floordiv(v, 16), 16)):
              best, order, = (self).best_of_blocks(x, n, )
            else:
              best, order, = torch.topk(x, n, -1, True, True)
            probs = torch.exp(torch.sub(best, z))
            sums = torch.cumsum(probs, -1)
            drop = torch.ge(torch.sub(sums, probs), p)
            border = torch.amin(torch.masked_fill(best, drop, inf), [-1], True)
            kept = torch.masked_fill(probs, torch.lt(best, border), 0)
            sorted, at, = torch.sort(order, -1, False)
            found = (self).draw(torch.gather(kept, -1, at), uniform, )
            ids = torch.squeeze(torch.gather(sorted, 1, torch.unsqueeze(found, 1)), 1)
            # tokens as probable as a kept one are kept: the last of these must be less so
            missed = torch.logical_not(torch.gt(border, torch.slice(best, -1, n - 1, n)))
            return (ids, torch.flatten(torch.nonzero(torch.squeeze(missed, 1))))
          def sample(self: __torch__.M, logits: Tensor, seen: Tensor, uniform: Tensor, banned: Tensor, penalty: float, temperature: float, k: int, p: float, m: float, typical: float) -> Tensor:
            if p < 1.0 and k == 0 and m == 0.0 and typical == 1.0 and torch.size(logits, -1) >= 2048:
              x = torch.div((self).penalise(logits, seen, banned, penalty, ), temperature)
              ids, missed, = (self).among_best(x, uniform, p, )
              if torch.gt(torch.size(missed, 0), 0):
                probs = torch.softmax((self).nucleus(torch.index_select(x, 0, missed), p, ), -1)
                others = (self).draw(probs, torch.index_select(uniform, 0, missed), )
                _0 = torch.index_copy_(ids, 0, missed, others)
              else:
                pass
            else:
              ids = (self).draw((self).process(logits, seen, banned, penalty, temperature, k, p, m, typical, ), uniform, )
            return ids
          def draw(self: __torch__.M, probs: Tensor, uniform: Tensor) -> Tensor:
            sums = torch.cumsum(probs, -1, dtype=7)
            goal = torch.mul(torch.unsqueeze(uniform, 1), torch.slice(sums, -1, -1))
            return torch.squeeze(torch.searchsorted(sums, goal, right=True), 1)
          def mark(self: __torch__.M, seen: Tensor, ids: Tensor) -> Tensor:
            return torch.scatter_(seen, 1, ids, True)
        """;
    }
}
