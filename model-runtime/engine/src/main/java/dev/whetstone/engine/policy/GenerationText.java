package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import java.util.List;
import java.util.Locale;

/// TorchScript of cached generation. The cache is a list with the keys and the values of each layer
/// in turn, [kvHeads, rows capacity, headDim]: each row has `capacity` cells, and writes its own
/// next one, so that rows may be of different lengths and begin at different times.
final class GenerationText {
    /// Rows up to which the fused attention was faster than two multiplications.
    private static final int FEW = 8;

    /// `q k'` scaled, and the mask. A few queries by many keys: in bf16 oneDNN was 2.5 times
    /// as fast with the larger side first.
    private static final String PRODUCTS =
            """
              def products(self: __torch__.M, q: Tensor, k: Tensor, mask: Tensor) -> Tensor:
                if torch.eq(ops.prim.dtype(q), 15):
                  s = torch.transpose(torch.bmm(k, torch.transpose(torch.mul(q, %1$s), 1, 2)), 1, 2)
                  s = torch.add(torch.contiguous(s), mask)
                else:
                  s = torch.baddbmm(mask, q, torch.transpose(k, 1, 2), beta=1, alpha=%1$s)
                return s
            """;

    private final DecoderConfig config;
    private final DecoderLayout layout;
    private final DecoderText decoder;
    private final Kernel kernel;
    private final StringBuilder text = new StringBuilder();

    GenerationText(DecoderConfig config, DecoderLayout layout, DecoderText decoder, Kernel kernel) {
        this.config = config;
        this.layout = layout;
        this.decoder = decoder;
        this.kernel = kernel;
    }

    /// - `prefill(w, a, ids, places, gather, homes, t, cos, sin, lasts, cache, source,
    ///   cells)`: reads packed prompts, writes their tokens `source` into `cells`; logits of
    ///   the `lasts`
    /// - `step(w, a, cache, ids [R], cos, sin, at [R], cells [R], used)`: writes row r's token at
    ///   place `at` of its cells; logits. `used` is the largest place plus one
    /// - `new_cache(w, rows, capacity)`, `take_rows(cache, rows, held, capacity)`: an empty
    ///   one; the named rows of one that has room for `held` each
    /// - `choose(logits, ...)`: ids; greedy where the temperature is 0
    /// - `advance(...)`: `step` and `choose` in one call
    String methods() {
        text.append(PRODUCTS.formatted(1 / Math.sqrt(config.headDim())));
        prefill();
        step();
        text.append(
                """
                  def new_cache(self: __torch__.M, w: List[Tensor], rows: int, capacity: int) -> List[Tensor]:
                    out = annotate(List[Tensor], [])
                    for i in range(%1$d):
                      _0 = torch.append(out, torch.new_zeros(w[%4$d], [%2$d, torch.mul(rows, capacity), %3$d]))
                    return out
                  def take_rows(self: __torch__.M, cache: List[Tensor], rows: Tensor, held: int, capacity: int) -> List[Tensor]:
                    out = annotate(List[Tensor], [])
                    for i in range(torch.len(cache)):
                      c = torch.view(cache[i], [%2$d, -1, held, %3$d])
                      kept = ops.prim.min(held, capacity)
                      n = torch.new_zeros(c, [%2$d, torch.size(rows, 0), capacity, %3$d])
                      _0 = torch.copy_(torch.slice(n, 2, 0, kept), torch.slice(torch.index_select(c, 1, rows), 2, 0, kept))
                      _1 = torch.append(out, torch.view(n, [%2$d, -1, %3$d]))
                    return out
                  def unseen(self: __torch__.M, w: List[Tensor], rows: int, width: int) -> Tensor:
                    return torch.zeros([rows, width], dtype=11, device=ops.prim.device(w[0]))
                  def begin_row(self: __torch__.M, seen: Tensor, row: int, ids: Tensor) -> Tensor:
                    own = torch.slice(seen, 0, row, torch.add(row, 1))
                    _0 = torch.fill_(own, False)
                    return (self).mark(own, ids, )
                  def rows_of(self: __torch__.M, x: Tensor, rows: Tensor) -> Tensor:
                    return torch.index_select(x, 0, rows)
                  def choose(self: __torch__.M, logits: Tensor, seen: Tensor, uniform: Tensor, banned: Tensor, penalty: float, temperature: float, k: int, p: float, m: float, typical: float) -> Tensor:
                    if torch.eq(temperature, 0.0):
                      ids = torch.argmax((self).penalise(logits, seen, banned, penalty, ), 1)
                    else:
                      ids = (self).sample(logits, seen, uniform, banned, penalty, temperature, k, p, m, typical, )
                    return ids
                  def advance(self: __torch__.M, w: List[Tensor], a: List[Tensor], cache: List[Tensor], ids: Tensor, cos: Tensor, sin: Tensor, at: Tensor, cells: Tensor, used: int, seen: Tensor, uniform: Tensor, banned: Tensor, penalty: float, temperature: float, k: int, p: float, m: float, typical: float) -> Tensor:
                    if torch.ne(penalty, 1.0):
                      _0 = (self).mark(seen, torch.unsqueeze(ids, 1), )
                    else:
                      pass
                    l = (self).step(w, a, cache, ids, cos, sin, at, cells, used, )
                    return (self).choose(l, seen, uniform, banned, penalty, temperature, k, p, m, typical, )
                """
                        .formatted(
                                2 * config.layers(),
                                config.kvHeads(),
                                config.headDim(),
                                layout.index(DecoderLayout.NORM)));
        return text.toString();
    }

    private void prefill() {
        int rotated = config.heads() + config.kvHeads();
        add(
                "  def prefill(self: __torch__.M, w: List[Tensor], a: List[Tensor], ids: Tensor,"
                        + " places: Tensor, gather: Tensor, homes: Tensor, t: int, cos: Tensor, sin:"
                        + " Tensor, lasts: Tensor, cache: List[Tensor], source: Tensor, cells: Tensor)"
                        + " -> Tensor:");
        text.append(DecoderText.tables(config));
        add("    x = (self).begin(w, ids, places, )");
        for (int layer = 0; layer < config.layers(); layer++) {
            add("    r, v, = (self).turn%1$d((self).qkv%1$d(x, w, a, ), w, cos, sin, )", layer);
            add("    k = torch.slice(r, 1, %d, %d)", config.heads(), rotated);
            add(
                    "    _k%d = torch.index_copy_(cache[%d], 1, cells, torch.transpose(torch.index_select(k,"
                            + " 0, source), 0, 1))",
                    layer, 2 * layer);
            add(
                    "    _v%d = torch.index_copy_(cache[%d], 1, cells, torch.transpose(torch.index_select(v,"
                            + " 0, source), 0, 1))",
                    layer, 2 * layer + 1);
            add(
                    "    x = (self).out%d(x, (self).attend(r, v, gather, homes, t, %d, ), w, a, )",
                    layer, config.windows().get(layer));
        }
        logits("torch.index_select(x, 0, lasts)");
    }

    private void step() {
        int kv = config.kvHeads();
        int groups = config.heads() / kv;
        add(
                "  def step(self: __torch__.M, w: List[Tensor], a: List[Tensor], cache: List[Tensor],"
                        + " ids: Tensor, cos: Tensor, sin: Tensor, at: Tensor, cells: Tensor, used: int)"
                        + " -> Tensor:");
        text.append(DecoderText.tables(config).replace("places", "at"));
        add("    n = torch.size(ids, 0)");
        add("    i = torch.unsqueeze(torch.arange(used, device=ops.prim.device(ids)), 0)");
        add("    end = torch.unsqueeze(at, 1)");
        add("    far = torch.gt(i, end)");
        add("    zero = torch.new_zeros(w[%d], [n, used])", layout.index(DecoderLayout.NORM));
        List<Integer> windows = config.windows().stream().distinct().toList();
        for (int window : windows) {
            String mask =
                    window == DecoderConfig.ALL
                            ? "far"
                            : "torch.logical_or(far, torch.le(i, torch.sub(end, " + window + ")))";
            add("    b%s = torch.masked_fill(zero, %s, -inf)", name(window), mask);
            add("    few%1$s = torch.unsqueeze(torch.unsqueeze(b%1$s, 1), 0)", name(window));
            add("    if torch.gt(n, %d):", FEW);
            add(
                    "      b%1$s = torch.unsqueeze(torch.repeat(b%1$s, [%2$d, 1]), 1)",
                    name(window), kv);
            add("    else:");
            add("      pass");
        }
        add("    x = (self).begin(w, ids, at, )");
        for (int layer = 0; layer < config.layers(); layer++) {
            String window = name(config.windows().get(layer));
            add("    r, v, = (self).turn%1$d((self).qkv%1$d(x, w, a, ), w, cos, sin, )", layer);
            add(
                    "    q = torch.view(torch.slice(r, 1, 0, %d), [n, %d, %d, %d])",
                    config.heads(), kv, groups, config.headDim());
            add("    q = torch.transpose(q, 0, 1)");
            add("    k = torch.slice(r, 1, %d, %d)", config.heads(), config.heads() + kv);
            add(
                    "    _k%d = torch.index_copy_(cache[%d], 1, cells, torch.transpose(k, 0, 1))",
                    layer, 2 * layer);
            add(
                    "    _v%d = torch.index_copy_(cache[%d], 1, cells, torch.transpose(v, 0, 1))",
                    layer, 2 * layer + 1);
            add(
                    "    k = torch.slice(torch.view(cache[%d], [%d, n, -1, %d]), 2, 0, used)",
                    2 * layer, kv, config.headDim());
            add(
                    "    u = torch.slice(torch.view(cache[%d], [%d, n, -1, %d]), 2, 0, used)",
                    2 * layer + 1, kv, config.headDim());
            add("    if torch.gt(n, %d):", FEW);
            add("      q = torch.reshape(q, [-1, %d, %d])", groups, config.headDim());
            add("      s = (self).products(q, torch.flatten(k, 0, 1), b%s, )", window);
            add(
                    "      y = torch.bmm(torch.to(torch.softmax(s, -1, 6), ops.prim.dtype(u)),"
                            + " torch.flatten(u, 0, 1))");
            add("      y = torch.view(y, [%d, n, %d, %d])", kv, groups, config.headDim());
            add("    else:");
            add(
                    "      y = torch.scaled_dot_product_attention(q, k, u, few%s, 0., False, scale=None,"
                            + " enable_gqa=False)",
                    window);
            add("    y = torch.reshape(torch.transpose(y, 0, 1), [n, %d])", config.queryWidth());
            add("    x = (self).out%d(x, y, w, a, )", layer);
        }
        logits("x");
    }

    private static String name(int window) {
        return window == DecoderConfig.ALL ? "" : "_" + window;
    }

    private void logits(String x) {
        add("    h = %s", decoder.norm(x, DecoderLayout.NORM));
        // weights may be packed: behind all slots then lies the head in its own way
        add(
                "    return torch.to(%s, 6)",
                kernel.linear("h", "w[" + layout.headAgain() + "]", "None"));
    }

    private void add(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
