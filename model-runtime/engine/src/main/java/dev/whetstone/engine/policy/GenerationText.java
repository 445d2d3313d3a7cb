package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Positions;
import dev.whetstone.engine.family.Rope;
import java.util.List;

/// TorchScript of cached generation. The cache is a list with the keys and the values of each layer
/// in turn, [rows, kvHeads, places, headDim]; rows are left-padded, so all write the same place.
final class GenerationText {
    private final DecoderConfig config;
    private final DecoderLayout layout;
    private final DecoderText decoder;
    private final StringBuilder text = new StringBuilder();

    GenerationText(DecoderConfig config, DecoderLayout layout, DecoderText decoder) {
        this.config = config;
        this.layout = layout;
        this.decoder = decoder;
    }

    /// - `prefill(w, a, ids [P, T], cos, sin, start [P])`: logits of the last place, and the cache
    /// - `step(w, a, cache, ids [R], cos, sin, start [R], place, bias)`: logits; writes `place`;
    /// `bias`
    ///   [R kvHeads, 1, places] is 0 or minus infinity
    /// - `spread_rows(cache, rows, places)`: the named rows, with room for `places`
    /// - `choose(logits, ...)`: ids; greedy where the temperature is 0
    /// - `advance(...)`: `step` and `choose` in one call
    String methods() {
        prefill();
        step();
        text.append(
                """
                  def spread_rows(self: __torch__.M, cache: List[Tensor], rows: Tensor, places: int) -> List[Tensor]:
                    out = annotate(List[Tensor], [])
                    for i in range(torch.len(cache)):
                      c = cache[i]
                      held = torch.size(c, 2)
                      n = torch.new_zeros(c, [torch.size(rows, 0), torch.size(c, 1), places, torch.size(c, 3)])
                      _0 = torch.copy_(torch.slice(n, 2, 0, held), torch.index_select(c, 0, rows))
                      _1 = torch.append(out, n)
                    return out
                  def pad_bias(self: __torch__.M, start: Tensor, heads: int, places: int, like: Tensor) -> Tensor:
                    i = torch.arange(places, device=ops.prim.device(start))
                    padding = torch.lt(torch.unsqueeze(i, 0), torch.unsqueeze(start, 1))
                    zero = torch.new_zeros(like, [torch.size(start, 0), places])
                    bias = torch.masked_fill(zero, padding, -inf)
                    return torch.unsqueeze(torch.repeat_interleave(bias, heads, 0), 1)
                  def unseen(self: __torch__.M, rows: int, width: int) -> Tensor:
                    return torch.zeros([rows, width], dtype=11)
                  def rows_of(self: __torch__.M, x: Tensor, rows: Tensor) -> Tensor:
                    return torch.index_select(x, 0, rows)
                  def choose(self: __torch__.M, logits: Tensor, seen: Tensor, uniform: Tensor, banned: Tensor, penalty: float, temperature: float, k: int, p: float, m: float, typical: float) -> Tensor:
                    if torch.eq(temperature, 0.0):
                      ids = torch.argmax((self).penalise(logits, seen, banned, penalty, ), 1)
                    else:
                      ids = (self).draw((self).process(logits, seen, banned, penalty, temperature, k, p, m, typical, ), uniform, )
                    return ids
                  def advance(self: __torch__.M, w: List[Tensor], a: List[Tensor], cache: List[Tensor], ids: Tensor, cos: Tensor, sin: Tensor, start: Tensor, place: int, bias: Tensor, seen: Tensor, uniform: Tensor, banned: Tensor, penalty: float, temperature: float, k: int, p: float, m: float, typical: float) -> Tensor:
                    if torch.ne(penalty, 1.0):
                      _0 = (self).mark(seen, torch.unsqueeze(ids, 1), )
                    else:
                      pass
                    l = (self).step(w, a, cache, ids, cos, sin, start, place, bias, )
                    return (self).choose(l, seen, uniform, banned, penalty, temperature, k, p, m, typical, )
                """);
        return text.toString();
    }

    private void prefill() {
        int rotated = config.heads() + config.kvHeads();
        add(
                "  def prefill(self: __torch__.M, w: List[Tensor], a: List[Tensor], ids: Tensor,"
                        + " cos: Tensor, sin: Tensor, start: Tensor) -> List[Tensor]:");
        add("    t = torch.size(ids, 1)");
        add("    i = torch.arange(t, device=ops.prim.device(ids))");
        add("    back = torch.sub(torch.unsqueeze(i, 1), torch.unsqueeze(i, 0))");
        add(
                "    real = torch.unsqueeze(torch.ge(torch.unsqueeze(i, 0), torch.unsqueeze(start, 1)),"
                        + " 1)");
        // padding attends to itself, lest its values become NaN and spread through a weight of 0
        add(
                "    causal = torch.logical_or(torch.logical_and(torch.ge(back, 0), real),"
                        + " torch.eq(back, 0))");
        add("    full = torch.unsqueeze(causal, 1)");
        add(
                "    p = torch.flatten(torch.clamp_min(torch.sub(torch.unsqueeze(i, 0),"
                        + " torch.unsqueeze(start, 1)), 0))");
        add("    out = annotate(List[Tensor], [])");
        place("ids", "t");
        for (int layer = 0; layer < config.layers(); layer++) {
            int window = config.windows().get(layer);
            add("    r, v, = (self).qkv%d(x, w, a, cos, sin, )", layer);
            add("    q = torch.transpose(torch.slice(r, 2, 0, %d), 1, 2)", config.heads());
            add(
                    "    k = torch.transpose(torch.slice(r, 2, %d, %d), 1, 2)",
                    config.heads(), rotated);
            add("    u = torch.transpose(v, 1, 2)");
            String mask =
                    window == DecoderConfig.ALL
                            ? "full"
                            : "torch.logical_and(full, torch.lt(back, " + window + "))";
            add(
                    "    y = torch.scaled_dot_product_attention(q, k, u, %s, 0., False, scale=None,"
                            + " enable_gqa=%s)",
                    mask, config.heads() != config.kvHeads() ? "True" : "False");
            add(
                    "    y = torch.reshape(torch.transpose(y, 1, 2), [torch.size(ids, 0), t, %d])",
                    config.queryWidth());
            add("    x = (self).out%d(x, y, w, a, )", layer);
            add("    _k%d = torch.append(out, k)", layer);
            add("    _v%d = torch.append(out, u)", layer);
        }
        add(
                "    h = %s",
                decoder.norm("torch.select(x, 1, -1)", config.hidden(), DecoderLayout.NORM));
        add("    _l = torch.append(out, (self).logits(h, w[%d], ))", layout.head());
        add("    return out");
    }

    private void step() {
        int groups = config.heads() / config.kvHeads();
        double scale = 1 / Math.sqrt(config.headDim());
        add(
                "  def step(self: __torch__.M, w: List[Tensor], a: List[Tensor], cache: List[Tensor],"
                        + " ids: Tensor, cos: Tensor, sin: Tensor, start: Tensor, place: int, bias: Tensor)"
                        + " -> Tensor:");
        add("    n = torch.size(ids, 0)");
        add("    p = torch.add(torch.neg(start), place)");
        add("    places = torch.add(place, 1)");
        add("    b = torch.slice(bias, 2, 0, places)");
        place("torch.unsqueeze(ids, 1)", "1");
        for (int layer = 0; layer < config.layers(); layer++) {
            int window = config.windows().get(layer);
            add("    r, v, = (self).qkv%d(x, w, a, cos, sin, )", layer);
            add(
                    "    q = torch.reshape(torch.slice(r, 2, 0, %d), [-1, %d, %d])",
                    config.heads(), groups, config.headDim());
            add(
                    "    k = torch.slice(r, 2, %d, %d)",
                    config.heads(), config.heads() + config.kvHeads());
            add("    keys = cache[%d]", 2 * layer);
            add("    values = cache[%d]", 2 * layer + 1);
            add(
                    "    _k%d = torch.copy_(torch.slice(keys, 2, place, places),"
                            + " torch.transpose(k, 1, 2))",
                    layer);
            add(
                    "    _v%d = torch.copy_(torch.slice(values, 2, place, places),"
                            + " torch.transpose(v, 1, 2))",
                    layer);
            String from =
                    window == DecoderConfig.ALL
                            ? "0"
                            : "ops.prim.max(0, torch.sub(places, " + window + "))";
            add("    f = %s", from);
            add("    ks = torch.flatten(torch.slice(keys, 2, f, places), 0, 1)");
            add("    vs = torch.flatten(torch.slice(values, 2, f, places), 0, 1)");
            add(
                    "    s = torch.baddbmm(torch.slice(b, 2, f), q, torch.transpose(ks, 1, 2),"
                            + " beta=1, alpha=%s)",
                    scale);
            add(
                    "    y = torch.reshape(torch.bmm(torch.to(torch.softmax(s, -1, 6),"
                            + " ops.prim.dtype(vs)), vs), [n, 1, %d])",
                    config.queryWidth());
            add("    x = (self).out%d(x, y, w, a, )", layer);
        }
        add(
                "    h = %s",
                decoder.norm("torch.select(x, 1, 0)", config.hidden(), DecoderLayout.NORM));
        add("    return (self).logits(h, w[%d], )", layout.head());
    }

    /// `x` of `ids` at the flattened places `p`, `t` to a row, and the rotary tables at them.
    private void place(String ids, String t) {
        add("    x = torch.embedding(w[%d], %s)", layout.index(DecoderLayout.EMBEDDING), ids);
        switch (config.positions()) {
            case Rope rope -> {
                for (String table : List.of("cos", "sin")) {
                    add(
                            "    %s = torch.view(torch.index_select(%s, 0, p), [-1, %s, 1, %d])",
                            table, table, t, config.headDim());
                }
            }
            case Positions.Learned learned ->
                    add(
                            "    x = torch.add(x, torch.view(torch.index_select(w[%d], 0, p),"
                                    + " [-1, %s, %d]))",
                            decoder.places(), t, config.hidden());
        }
    }

    private void add(String format, Object... values) {
        text.append(
                        values.length == 0
                                ? format
                                : String.format(java.util.Locale.ROOT, format, values))
                .append('\n');
    }
}
