package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import java.util.Locale;

/// TorchScript of causal attention over packed tokens, and of its gradients. Rows are put together
/// as [TokenBatch] says; what lies before a window is left out.
///
/// - `attend(r [N, heads and kvHeads, headDim], v [N, kvHeads, headDim], gather, homes, t,
///   window)`: [N, heads headDim]
/// - `unattend(r, v, gather, homes, t, window, g)`: gradients of r and v; with grad mode on
final class AttentionText {
    private final DecoderConfig config;
    private final Kernel kernel;

    AttentionText(DecoderConfig config, Kernel kernel) {
        this.config = config;
        this.kernel = kernel;
    }

    String methods() {
        String text = rows() + (kernel == Kernel.ATEN ? fused() : blocks());
        return text.replace("HEADS", Integer.toString(config.heads()))
                .replace("KV", Integer.toString(config.kvHeads()))
                .replace("BOTH", Integer.toString(config.heads() + config.kvHeads()))
                .replace("GROUPS", Integer.toString(config.heads() / config.kvHeads()))
                .replace("SIZE", Integer.toString(config.headDim()))
                .replace("WIDE", Integer.toString(config.queryWidth()))
                .replace(
                        "SCALE", String.format(Locale.ROOT, "%s", 1 / Math.sqrt(config.headDim())));
    }

    private static String rows() {
        return """
          def in_rows(self: __torch__.M, x: Tensor, gather: Tensor, t: int) -> Tensor:
            if torch.gt(torch.size(gather, 0), 0):
              y = torch.index_select(x, 0, gather)
            else:
              y = x
            return torch.reshape(y, [-1, t, torch.size(x, 1), SIZE])
          def from_rows(self: __torch__.M, y: Tensor, homes: Tensor) -> Tensor:
            z = torch.reshape(y, [-1, WIDE])
            if torch.gt(torch.size(homes, 0), 0):
              z = torch.index_select(z, 0, homes)
            else:
              pass
            return z
        """;
    }

    /// libtorch's own attention, by autograd.
    private static String fused() {
        return """
          def attend(self: __torch__.M, r: Tensor, v: Tensor, gather: Tensor, homes: Tensor, t: int, window: int) -> Tensor:
            both = (self).in_rows(r, gather, t, )
            q = torch.transpose(torch.slice(both, 2, 0, HEADS), 1, 2)
            k = torch.transpose(torch.slice(both, 2, HEADS, BOTH), 1, 2)
            u = torch.transpose((self).in_rows(v, gather, t, ), 1, 2)
            # its own way of grouping heads is the slow one on processors
            k = torch.reshape(torch.expand(torch.unsqueeze(k, 2), [-1, -1, GROUPS, -1, -1]), [-1, HEADS, t, SIZE])
            u = torch.reshape(torch.expand(torch.unsqueeze(u, 2), [-1, -1, GROUPS, -1, -1]), [-1, HEADS, t, SIZE])
            if window > 0 and t > window:
              i = torch.arange(t, device=ops.prim.device(r))
              back = torch.sub(torch.unsqueeze(i, 1), torch.unsqueeze(i, 0))
              near = torch.logical_and(torch.ge(back, 0), torch.lt(back, window))
              y = torch.scaled_dot_product_attention(q, k, u, near, 0., False)
            else:
              y = torch.scaled_dot_product_attention(q, k, u, None, 0., True)
            return (self).from_rows(torch.transpose(y, 1, 2), homes, )
          def unattend(self: __torch__.M, r: Tensor, v: Tensor, gather: Tensor, homes: Tensor, t: int, window: int, g: Tensor) -> Tuple[Tensor, Tensor]:
            r1 = torch.requires_grad_(torch.detach(r), True)
            v1 = torch.requires_grad_(torch.detach(v), True)
            y = (self).attend(r1, v1, gather, homes, t, window, )
            f = torch.grad([y], [r1, v1], annotate(List[Optional[Tensor]], [g]))
            return (unchecked_cast(Tensor, f[0]), unchecked_cast(Tensor, f[1]))
        """;
    }

    /// Blocks of queries, each with the keys up to its own end: half of what lies above the
    /// diagonal is left out, a whole row's weights never exist, and the heads of a group are one
    /// multiplication. On processors without AMX that was twice as fast as libtorch's own, three
    /// times with gradients, for which the weights are computed again.
    private static String blocks() {
        return """
          def by_head(self: __torch__.M, x: Tensor, t: int) -> Tensor:
            return torch.reshape(torch.permute(torch.view(x, [-1, t, KV, GROUPS, SIZE]), [0, 2, 3, 1, 4]), [-1, GROUPS, t, SIZE])
          def by_place(self: __torch__.M, x: Tensor, t: int) -> Tensor:
            return torch.reshape(torch.permute(torch.view(x, [-1, KV, GROUPS, t, SIZE]), [0, 3, 1, 2, 4]), [-1, HEADS, SIZE])
          def split(self: __torch__.M, r: Tensor, v: Tensor, gather: Tensor, t: int) -> Tuple[Tensor, Tensor, Tensor]:
            both = (self).in_rows(r, gather, t, )
            q = (self).by_head(torch.contiguous(torch.slice(both, 2, 0, HEADS)), t, )
            k = torch.reshape(torch.transpose(torch.slice(both, 2, HEADS, BOTH), 1, 2), [-1, t, SIZE])
            u = torch.reshape(torch.transpose((self).in_rows(v, gather, t, ), 1, 2), [-1, t, SIZE])
            return (q, k, u)
          def first(self: __torch__.M, b: int, window: int) -> int:
            if window > 0:
              c = ops.prim.max(0, torch.add(torch.sub(b, window), 1))
            else:
              c = 0
            return c
          def shares(self: __torch__.M, q: Tensor, k: Tensor, b: int, c: int, window: int) -> Tensor:
            n = torch.size(q, 1)
            e = torch.add(c, torch.size(k, 1))
            i = torch.unsqueeze(torch.arange(b, e, device=ops.prim.device(q)), 1)
            j = torch.unsqueeze(torch.arange(c, e, device=ops.prim.device(q)), 0)
            far = torch.gt(j, i)
            if window > 0:
              far = torch.logical_or(far, torch.le(j, torch.sub(i, window)))
            else:
              pass
            s = torch.baddbmm(torch.new_zeros(q, [1, 1, 1]), q, torch.transpose(k, 1, 2), beta=0, alpha=SCALE)
            _0 = torch.masked_fill_(torch.view(s, [-1, GROUPS, torch.sub(e, b), torch.sub(e, c)]), far, -inf)
            return torch.softmax(s, -1)
          def attend(self: __torch__.M, r: Tensor, v: Tensor, gather: Tensor, homes: Tensor, t: int, window: int) -> Tensor:
            q, k, u, = (self).split(r, v, gather, t, )
            out = torch.empty_like(q)
            for i in range(torch.floordiv(torch.add(t, 127), 128)):
              b = torch.mul(i, 128)
              e = ops.prim.min(torch.add(b, 128), t)
              c = (self).first(b, window, )
              qb = torch.reshape(torch.slice(q, 2, b, e), [torch.size(q, 0), -1, SIZE])
              p = (self).shares(qb, torch.slice(k, 1, c, e), b, c, window, )
              y = torch.bmm(p, torch.slice(u, 1, c, e))
              _0 = torch.copy_(torch.slice(out, 2, b, e), torch.view(y, [-1, GROUPS, torch.sub(e, b), SIZE]))
            return (self).from_rows((self).by_place(out, t, ), homes, )
          def unattend(self: __torch__.M, r: Tensor, v: Tensor, gather: Tensor, homes: Tensor, t: int, window: int, g: Tensor) -> Tuple[Tensor, Tensor]:
            q, k, u, = (self).split(r, v, gather, t, )
            if torch.gt(torch.size(homes, 0), 0):
              rows = torch.index_copy_(torch.new_zeros(g, [torch.size(gather, 0), WIDE]), 0, homes, g)
            else:
              rows = g
            gy = (self).by_head(torch.contiguous(rows), t, )
            gq = torch.empty_like(q)
            gk = torch.zeros_like(k)
            gu = torch.zeros_like(u)
            for i in range(torch.floordiv(torch.add(t, 127), 128)):
              b = torch.mul(i, 128)
              e = ops.prim.min(torch.add(b, 128), t)
              c = (self).first(b, window, )
              qb = torch.reshape(torch.slice(q, 2, b, e), [torch.size(q, 0), -1, SIZE])
              kb = torch.slice(k, 1, c, e)
              p = (self).shares(qb, kb, b, c, window, )
              gb = torch.reshape(torch.slice(gy, 2, b, e), [torch.size(q, 0), -1, SIZE])
              gp = torch.bmm(gb, torch.transpose(torch.slice(u, 1, c, e), 1, 2))
              _0 = torch.baddbmm_(torch.slice(gu, 1, c, e), torch.transpose(p, 1, 2), gb)
              gs = torch._softmax_backward_data(gp, p, -1, ops.prim.dtype(p))
              _1 = torch.baddbmm_(torch.slice(gk, 1, c, e), torch.transpose(gs, 1, 2), qb, beta=1, alpha=SCALE)
              d = torch.baddbmm(torch.new_zeros(q, [1, 1, 1]), gs, kb, beta=0, alpha=SCALE)
              _2 = torch.copy_(torch.slice(gq, 2, b, e), torch.view(d, [-1, GROUPS, torch.sub(e, b), SIZE]))
            fromq = (self).by_place(gq, t, )
            fromk = torch.reshape(torch.transpose(torch.view(gk, [-1, KV, t, SIZE]), 1, 2), [-1, KV, SIZE])
            gr = torch.cat([fromq, fromk], 1)
            gv = torch.reshape(torch.transpose(torch.view(gu, [-1, KV, t, SIZE]), 1, 2), [-1, KV, SIZE])
            if torch.gt(torch.size(gather, 0), 0):
              gr = torch.index_add_(torch.zeros_like(r, memory_format=0), 0, gather, gr)
              gv = torch.index_add_(torch.zeros_like(v, memory_format=0), 0, gather, gv)
            else:
              pass
            return (gr, gv)
        """;
    }
}
