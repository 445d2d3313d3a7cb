package dev.whetstone.engine.policy;

import dev.whetstone.engine.lora.AdapterModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a decoder's layers as TorchScript: straight-line code for one configuration and one set
/// of adapted modules, so that a call runs only what is needed.
///
/// In all methods `w` holds the slots of [DecoderLayout] and `a` an adapter's tensors A, B, A, B in
/// the order of its modules; `x` is [B, T, hidden]; `cos` and `sin` are the rotary tables [places,
/// 1,
/// headDim], the first half of `sin` negated.
final class DecoderText {
    private final DecoderConfig config;
    private final DecoderLayout layout;
    private final Map<String, Integer> adapted = new HashMap<>();
    private final List<AdapterModule> modules;
    private final StringBuilder text = new StringBuilder();

    DecoderText(DecoderConfig config, DecoderLayout layout, List<AdapterModule> modules) {
        this.config = config;
        this.layout = layout;
        this.modules = modules;
        for (int i = 0; i < modules.size(); i++) {
            adapted.put(modules.get(i).path(), i);
        }
    }

    /// Methods `qkvI` and `outI` of each layer I, `attend`, `window` and `hidden`.
    String layers() {
        for (int layer = 0; layer < config.layers(); layer++) {
            queryKeyValue(layer);
            output(layer);
        }
        attend();
        hidden();
        return text.toString();
    }

    private void queryKeyValue(int layer) {
        int rotated = config.heads() + config.kvHeads();
        int all = rotated + config.kvHeads();
        line(
                "  def qkv%d(self: __torch__.M, x: Tensor, w: List[Tensor], a: List[Tensor],"
                        + " cos: Tensor, sin: Tensor) -> Tuple[Tensor, Tensor]:",
                layer);
        line("    h = %s", norm("x", config.hidden(), DecoderLayout.key(layer, "input_norm")));
        linear("y", "h", DecoderLayout.key(layer, "qkv"));
        line(
                "    y = torch.view(y, [torch.size(x, 0), torch.size(x, 1), %d, %d])",
                all, config.headDim());
        if (config.headNorm() == DecoderConfig.HeadNorm.QUERIES_AND_KEYS) {
            line(
                    "    q = %s",
                    norm(
                            "torch.slice(y, 2, 0, " + config.heads() + ")",
                            config.headDim(),
                            DecoderLayout.key(layer, "q_norm")));
            line(
                    "    k = %s",
                    norm(
                            "torch.slice(y, 2, " + config.heads() + ", " + rotated + ")",
                            config.headDim(),
                            DecoderLayout.key(layer, "k_norm")));
            line("    r = torch.cat([q, k], 2)");
        } else {
            line("    r = torch.slice(y, 2, 0, %d)", rotated);
        }
        line("    v = torch.slice(y, 2, %d, %d)", rotated, all);
        line(
                "    r = torch.addcmul(torch.mul(r, cos), torch.roll(r, [%d], [3]), sin)",
                config.headDim() / 2);
        line("    return (r, v)");
    }

    private void output(int layer) {
        line(
                "  def out%d(self: __torch__.M, x: Tensor, y: Tensor, w: List[Tensor],"
                        + " a: List[Tensor]) -> Tensor:",
                layer);
        linear("o", "y", DecoderLayout.key(layer, "o"));
        line("    x = torch.add(x, o)");
        line("    h = %s", norm("x", config.hidden(), DecoderLayout.key(layer, "post_norm")));
        linear("g", "h", DecoderLayout.key(layer, "gate_up"));
        int wide = config.intermediate();
        line(
                "    m = torch.mul(torch.silu(torch.slice(g, -1, 0, %d)), torch.slice(g, -1, %d, %d))",
                wide, wide, 2 * wide);
        linear("d", "m", DecoderLayout.key(layer, "down"));
        line("    return torch.add(x, d)");
    }

    /// Causal attention of whole rows; a mask only where a window ends before the row does.
    private void attend() {
        int heads = config.heads();
        int rotated = heads + config.kvHeads();
        line("  def attend(self: __torch__.M, r: Tensor, v: Tensor, window: int) -> Tensor:");
        line("    t = torch.size(r, 1)");
        line("    q = torch.transpose(torch.slice(r, 2, 0, %d), 1, 2)", heads);
        line("    k = torch.transpose(torch.slice(r, 2, %d, %d), 1, 2)", heads, rotated);
        line("    u = torch.transpose(v, 1, 2)");
        line("    if window > 0 and t > window:");
        line("      i = torch.arange(t, device=ops.prim.device(r))");
        line("      back = torch.sub(torch.unsqueeze(i, 1), torch.unsqueeze(i, 0))");
        line("      near = torch.logical_and(torch.ge(back, 0), torch.lt(back, window))");
        line(
                "      y = torch.scaled_dot_product_attention(q, k, u, near, 0., False, scale=None,"
                        + " enable_gqa=%s)",
                grouped());
        line("    else:");
        line(
                "      y = torch.scaled_dot_product_attention(q, k, u, None, 0., True, scale=None,"
                        + " enable_gqa=%s)",
                grouped());
        line(
                "    return torch.reshape(torch.transpose(y, 1, 2), [torch.size(r, 0), t, %d])",
                config.queryWidth());
    }

    private void hidden() {
        line(
                "  def hidden(self: __torch__.M, w: List[Tensor], a: List[Tensor], ids: Tensor,"
                        + " cos: Tensor, sin: Tensor) -> Tensor:");
        line("    cos = torch.slice(cos, 0, 0, torch.size(ids, 1))");
        line("    sin = torch.slice(sin, 0, 0, torch.size(ids, 1))");
        line("    x = torch.embedding(w[%d], ids)", layout.index(DecoderLayout.EMBEDDING));
        for (int layer = 0; layer < config.layers(); layer++) {
            line("    r, v, = (self).qkv%d(x, w, a, cos, sin, )", layer);
            line(
                    "    x = (self).out%d(x, (self).attend(r, v, %d, ), w, a, )",
                    layer, config.windows().get(layer));
        }
        line("    return %s", norm("x", config.hidden(), DecoderLayout.NORM));
    }

    String norm(String value, int size, String slot) {
        return "torch.rms_norm(%s, [%d], w[%d], %s)"
                .formatted(value, size, layout.index(slot), config.normEps());
    }

    private String grouped() {
        return config.heads() == config.kvHeads() ? "False" : "True";
    }

    /// `out = in W' + b`, and the adapters of the slot's parts: their A one below the other, their
    /// B along a diagonal, so that any number of them costs two multiplications.
    private void linear(String out, String in, String key) {
        Slot slot = layout.slots().get(layout.index(key));
        String bias = layout.has(key + "_bias") ? "w[" + layout.index(key + "_bias") + "]" : "None";
        line("    %s = torch.linear(%s, w[%d], %s)", out, in, layout.index(key), bias);
        if (slot.parts().stream().noneMatch(part -> adapted.containsKey(part.path()))) {
            return;
        }
        List<String> down = new ArrayList<>();
        List<String> up = new ArrayList<>();
        for (Part part : slot.parts()) {
            Integer index = adapted.get(part.path());
            if (index == null) {
                up.add("torch.new_zeros(a[0], [%d, 0])".formatted(part.rows()));
            } else {
                down.add("torch.mul(a[%d], %s)".formatted(2 * index, modules.get(index).scale()));
                up.add("a[%d]".formatted(2 * index + 1));
            }
        }
        line("    low = torch.linear(torch.to(%s, 6), %s, None)", in, joined(down, "cat"));
        line(
                "    %s = torch.add(%s, torch.to(torch.linear(low, %s, None), ops.prim.dtype(%s)))",
                out, out, joined(up, "block_diag"), out);
    }

    private static String joined(List<String> parts, String how) {
        return parts.size() == 1
                ? parts.getFirst()
                : "torch.%s([%s])".formatted(how, String.join(", ", parts));
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
